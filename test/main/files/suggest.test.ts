/** What the columns of systems without a profile are taken for, by their names and by what stands in them. */
import { describe, expect, it } from 'vitest'
import { suggestMapping } from '../../../main/files/suggest.ts'

const suggested = (header: string, rows: string[] = [], name = 'bestand') => {
  const cells = (line: string) => line.split(';')
  const { mapping, signs, isUnsaid } = suggestMapping(name, cells(header), rows.map(cells))
  const { kind, columns, ...rest } = mapping
  return { kind, columns: columns.map(({ column, field }) => `${column} = ${field}`), ...rest, signs, isUnsaid }
}

describe('columns by their names', () => {
  it.each([
    [
      'Brevo',
      'EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLISTED;SMS_BLACKLISTED;ADDED_TIME;OPT_IN',
      'contacts',
      'EMAIL = email, LASTNAME = last-name, FIRSTNAME = first-name, EMAIL_BLACKLISTED = objection, ADDED_TIME = created-at, OPT_IN = statement',
    ],
    [
      'ActiveCampaign',
      'Email;First Name;Last Name;Tags;Date Created;IP;Status',
      'members',
      'Email = email, First Name = first-name, Last Name = last-name, Date Created = created-at, IP = consent-ip, Status = status',
    ],
    [
      'Amazon',
      'order-id;order-item-id;purchase-date;buyer-email;buyer-name;sku;product-name;quantity-purchased;currency',
      'orders',
      'order-id = order, purchase-date = order-time, buyer-email = email, buyer-name = name, sku = sku, product-name = product, quantity-purchased = quantity, currency = currency',
    ],
    [
      'Squarespace',
      'Order ID;Email;Financial Status;Amount Refunded;Total;Created at;Lineitem quantity;Lineitem name;Cancelled at',
      'orders',
      'Order ID = order, Email = email, Financial Status = order-status, Total = amount, Created at = order-time, Lineitem quantity = quantity, Lineitem name = product, Cancelled at = cancelled-at',
    ],
    [
      'Lightspeed',
      'Internal ID;Registered;Firstname;LastnamePreposition;Lastname;E-Mail',
      'contacts',
      'Registered = created-at, Firstname = first-name, LastnamePreposition = infix, Lastname = last-name, E-Mail = email',
    ],
    [
      'a Dutch shop',
      'Bestelnummer;Besteldatum;Status;Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Artikelnaam;Aantal;Nieuwsbrief',
      'orders',
      'Bestelnummer = order, Besteldatum = order-time, Status = order-status, Voornaam = first-name, Tussenvoegsel = infix, Achternaam = last-name, E-mailadres = email, Artikelnaam = product, Aantal = quantity, Nieuwsbrief = statement',
    ],
    [
      'tools that took over the fields of Mailchimp',
      'email;optin_time;optin_ip;confirm_time;confirm_ip;last_changed',
      'members',
      'email = email, optin_time = consent-time, optin_ip = consent-ip, confirm_time = confirm-time, confirm_ip = confirm-ip',
    ],
    [
      'a German shop',
      'Bestellnummer;Bestelldatum;Kunde;E-Mail;Artikel;Menge;Gesamtbetrag;Währung;Zahlungsstatus',
      'orders',
      'Bestellnummer = order, Bestelldatum = order-time, Kunde = name, E-Mail = email, Artikel = product, Menge = quantity, Gesamtbetrag = amount, Währung = currency, Zahlungsstatus = payment',
    ],
    [
      'a French shop',
      'Numéro de commande;Date de commande;Client;Courriel;Produit;Quantité;Montant total;Devise',
      'orders',
      'Numéro de commande = order, Date de commande = order-time, Client = name, Courriel = email, Produit = product, Quantité = quantity, Montant total = amount, Devise = currency',
    ],
    [
      'paper forms that somebody typed',
      'Naam;Mail;Nieuwsbrief;Datum formulier',
      'members',
      'Naam = name, Mail = email, Nieuwsbrief = statement, Datum formulier = consent-time',
    ],
    [
      'answers with a date',
      'Mail;Nieuwsbrief;Datum',
      'members',
      'Mail = email, Nieuwsbrief = statement, Datum = consent-time',
    ],
  ])('%s', (_, header, kind, columns) => {
    expect(suggested(header)).toMatchObject({ kind, columns: columns.split(', ') })
  })
})

describe('columns by what stands in them', () => {
  it('takes a box that was crossed for a yes, in a list that somebody typed', () => {
    expect(suggested('Mail;Nieuwsbrief', ['a@example.nl;x', 'b@example.nl;']).yes).toContain('x')
  })

  it('finds a column of statuses under any name', () => {
    const rows = ['a@example.nl;afgemeld', 'b@example.nl;aangemeld', 'c@example.nl;slapend']
    expect(suggested('Mail;Opmerking', rows).columns).toEqual(['Mail = email', 'Opmerking = status'])
    expect(suggested('Mail;Plaats', ['a@example.nl;Delft']).columns).toEqual(['Mail = email'])
  })

  it('finds the address under any name', () => {
    expect(suggested('Wie;Waar', ['Jan;jan@example.nl', 'An;an@example.nl']).columns).toEqual(['Waar = email'])
    expect(suggested('Naam;Waar', ['jan@example.nl;Delft']).columns).toEqual(['Naam = email'])
  })

  it.each([
    [['2026-01-02 10:00'], 'iso'],
    [['02-01-2026', '13-01-2026'], 'day-month-year'],
    [['01/02/2026', '01/13/2026'], 'month-day-year'],
    [['01/02/2026'], 'day-month-year'],
  ])('%j are dates in the order %s', (dates, order) => {
    expect(
      suggested(
        'mail;aangemeld op',
        dates.map((date) => `a@example.nl;${date}`),
      ).dateOrder,
    ).toBe(order)
  })

  it('takes the words of the file for yes, no and cancelled', () => {
    const list = suggested('mail;status', ['a@example.nl;Actief', 'b@example.nl;Uitgeschreven'])
    expect([list.yes.includes('actief'), list.no.includes('uitgeschreven')]).toEqual([true, true])
    const orders = suggested('bestelnummer;besteldatum;mail;status', [
      '1;2026-01-01;a@example.nl;Geannuleerd',
      '2;2026-01-01;a@example.nl;Verzonden',
    ])
    expect(orders.cancelled).toEqual(['geannuleerd'])
  })

  it('takes a list of addresses whose name says so for opt-outs', () => {
    expect(suggested('mail', ['a@example.nl'], 'Afmeldingen 2025').kind).toBe('suppressions')
  })
})
