/** What holds where nobody set anything up; apart from the schemas, so that a thread without them can be slim. */
import type { Policy, Process, Setup } from './setup.ts'

export const defaultPolicy: Policy = {
  quote_counts_as_sale: false,
  cart_counts_as_sale: false,
  free_account_counts_as_sale: false,
  customer_recency_months: 24,
  consent_review_months: 24,
  require_doi: { 'web-form': true, checkout: false, paper: false },
  pretick_as_opportunity: 'review',
  unused_optin_blocks_customer: true,
  new_sale_reopens: false,
  cancelled_sale_counts: false,
  review_request_nature: 'commercial',
  similarity_default: 'same-family',
  brand_mismatch: 'review',
  b2b_basis: false,
  late_record_hours: 72,
  manual_unsubscribe_sla_hours: 24,
  export_valid_hours: 24,
  store_ip: false,
  proof_retention_years: 5,
}

export const emptyProcess: Process = {
  responsible: '',
  systems: [],
  processors: [],
  activities: { where: '', documents: [] },
  training: [],
  tests: [],
}

export const emptySetup: Setup = {
  format: 'mailbewijs-setup/1',
  entities: [],
  categories: [],
  families: [],
  similarity: [],
  points: [],
  policy: defaultPolicy,
}
