/** The sample shop that ships with the program: a tea shop that does not exist, in the files such a shop would have. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentRef } from '../../preload/contract/vocabulary/document.ts'
import type { ImportContext } from '../../preload/contract/vocabulary/import.ts'
import { Setup } from '../../preload/contract/vocabulary/setup.ts'

export interface SampleFile {
  readonly path: string
  readonly profile: string
  readonly context: ImportContext
}
export interface SampleShop {
  /** A setup file (JSON). */
  readonly setup: string
  /** The screenshots that the setup refers to by hash; keep these before the setup is applied. */
  readonly documents: readonly { readonly path: string; readonly ref: DocumentRef }[]
  /** Exports, in the order in which to import them. */
  readonly files: readonly SampleFile[]
}

const context = {
  entity: 'gouden-ketel-bv',
  label: 'gouden-ketel',
  point: 'kassa-webshop',
  categories: [],
  salesChannel: 'own-shop',
  zone: 'Europe/Amsterdam',
  listStatus: null,
  collector: null,
} satisfies ImportContext
const members = { ...context, point: 'ketelpost-site', categories: ['ketelpost', 'aanbiedingen'] }

const exports = [
  { name: 'shopify-orders.csv', profile: 'shopify-orders', context },
  {
    name: 'woocommerce-orders.csv',
    profile: 'woocommerce-advanced-order-export',
    context: { ...context, label: 'ketel-en-kop', point: 'kassa-outlet' },
  },
  {
    name: 'subscribed_email_audience_export_3f9c2a17be.csv',
    profile: 'mailchimp',
    context: { ...members, zone: 'UTC', listStatus: 'subscribed' },
  },
  {
    name: 'unsubscribed_email_audience_export_3f9c2a17be.csv',
    profile: 'mailchimp',
    context: { ...members, zone: 'UTC', listStatus: 'unsubscribed' },
  },
  {
    name: 'cleaned_email_audience_export_3f9c2a17be.csv',
    profile: 'mailchimp',
    context: { ...members, zone: 'UTC', listStatus: 'cleaned' },
  },
] as const satisfies readonly { readonly name: string; readonly profile: string; readonly context: ImportContext }[]

/** The day after the last order in the files as they lie on disk. */
const NEWEST = Date.UTC(2026, 9, 31)
const WEEK = 7 * 86_400_000

/**
 * Writes the files into a folder, with every date moved by whole weeks so that the last order was placed shortly
 * before `now` (milliseconds). On disk everything lies between February 2023 and October 2026; sales go stale with
 * time, and the sample shop should not.
 */
export function unpackSample(into: string, now: number): SampleShop {
  const from = samplesFolder()
  const shift = Math.floor((now - NEWEST) / WEEK) * WEEK
  mkdirSync(into, { recursive: true })
  for (const name of ['setup.json', ...exports.map(({ name }) => name)]) {
    writeFileSync(join(into, name), moveDates(readFileSync(join(from, name), 'utf8'), shift))
  }
  const shop = shopIn(into)
  for (const { path, ref } of shop.documents) copyFileSync(join(from, ref.name), path)
  return shop
}

function shopIn(folder: string): SampleShop {
  const setup = join(folder, 'setup.json')
  const { points } = Setup.parse(JSON.parse(readFileSync(setup, 'utf8')))
  const refs = points.flatMap(({ versions }) => versions.flatMap(({ documents }) => documents))
  return {
    setup,
    documents: refs.map((ref) => ({ path: join(folder, ref.name), ref })),
    files: exports.map(({ name, ...rest }) => ({ path: join(folder, name), ...rest })),
  }
}

/** Every calendar day in the text, moved; times of day stay. */
function moveDates(text: string, shift: number): string {
  return text.replace(/\b20\d\d-\d\d-\d\d(?=[T ,"]|$)/gmu, (day) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + shift).toISOString().slice(0, 10),
  )
}

/** Beside this file in the sources; copied beside the bundle by electron.vite.config.ts in the built program. */
function samplesFolder(): string {
  const places = ['files', 'sample', '../sample'].map((place) => join(import.meta.dirname, place))
  const found = places.find((place) => existsSync(join(place, 'setup.json')))
  if (found === undefined) throw new Error('the sample shop is not where the program expects it')
  return found
}
