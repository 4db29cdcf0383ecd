/** The systems whose exports are known by their header. */
import { headerKey } from '../cells.ts'
import type { Profile } from '../plan.ts'
import { withoutRefused } from '../refusedColumns.ts'
import { flamingoContacts, flamingoMessages, gravityForms } from './forms.ts'
import { klaviyoList, klaviyoSuppressions } from './klaviyo.ts'
import { magentoCustomers, magentoOrders, magentoSubscribers } from './magento.ts'
import { mailchimp } from './mailchimp.ts'
import { activeCampaign, beehiiv, brevo, hubspot, kit, listmonk, substack } from './mailingTools.ts'
import { amazonOrders, bolOrders, etsyItems, etsyOrders } from './marketplaces.ts'
import { prestashopCustomers, prestashopNewsletter } from './prestashop.ts'
import { shopifyCustomers, shopifyOrders } from './shopify.ts'
import { lightspeedCustomers, squarespaceOrders, wixContacts } from './shops.ts'
import { shopwareCustomers, shopwareRecipients } from './shopware.ts'
import { suppressionList } from './suppressions.ts'
import { advancedOrderExport, analyticsCustomers, customerOrderExport } from './woocommerce.ts'

export const profiles: readonly Profile[] = [
  shopifyOrders,
  shopifyCustomers,
  advancedOrderExport,
  customerOrderExport,
  analyticsCustomers,
  magentoCustomers,
  magentoOrders,
  magentoSubscribers,
  prestashopNewsletter,
  prestashopCustomers,
  lightspeedCustomers,
  shopwareRecipients,
  shopwareCustomers,
  squarespaceOrders,
  wixContacts,
  etsyItems,
  etsyOrders,
  bolOrders,
  amazonOrders,
  mailchimp,
  klaviyoList,
  klaviyoSuppressions,
  brevo,
  activeCampaign,
  listmonk,
  kit,
  beehiiv,
  substack,
  hubspot,
  gravityForms,
  flamingoContacts,
  flamingoMessages,
  suppressionList,
]

/** The first whose columns are all there; null where a mapping is needed. */
export function profileOf(header: readonly string[]): Profile | null {
  const names = new Set(withoutRefused(header).map(headerKey))
  const there = (name: string) => names.has(headerKey(name))
  const fits = ({ required, absent = [], alone = false }: Profile) =>
    required.every((one) => [one].flat().some(there)) &&
    !absent.some(there) &&
    (!alone || names.size === required.length)
  return profiles.find(fits) ?? null
}
