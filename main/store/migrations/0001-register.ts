/** Version 1. Frozen: a later change is a later migration. */
export const sql = `
  CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value ANY NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- What the rules see of an event, apart from its times and its products; equal ones are one row.
  CREATE TABLE detail (
    id   INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    text TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE shape (
    id       INTEGER PRIMARY KEY,
    detail   INTEGER NOT NULL REFERENCES detail (id),
    -- Products of the order's lines: ids in ascending order, with commas between.
    products TEXT NOT NULL,
    UNIQUE (detail, products)
  ) STRICT;

  CREATE TABLE product (
    id       INTEGER PRIMARY KEY,
    sku      TEXT NOT NULL,
    title    TEXT NOT NULL,
    category TEXT NOT NULL,
    vendor   TEXT NOT NULL,
    family   TEXT NOT NULL,
    UNIQUE (sku, title, category, vendor, family)
  ) STRICT;

  CREATE TABLE event (
    -- Its place in the log, from 0 without gaps.
    seq           INTEGER PRIMARY KEY,
    -- The exact text that was hashed; null after an erasure that names it.
    payload       TEXT,
    contact       INTEGER REFERENCES contact (id),
    -- Copies of what the text says, for the indexes; verification compares them. Milliseconds since 1970.
    occurred_from INTEGER NOT NULL,
    -- Null where equal to occurred_from.
    occurred_to   INTEGER,
    recorded      INTEGER NOT NULL,
    shape         INTEGER NOT NULL REFERENCES shape (id),
    thread        TEXT,
    erased_by     INTEGER REFERENCES event (seq),
    CHECK (payload IS NOT NULL OR erased_by IS NOT NULL),
    CHECK (occurred_to IS NULL OR occurred_to > occurred_from)
  ) STRICT;
  CREATE INDEX event_of_contact ON event (contact, occurred_from, occurred_to, recorded, shape) WHERE contact IS NOT NULL;
  CREATE INDEX event_of_register ON event (recorded) WHERE contact IS NULL;

  CREATE TRIGGER event_is_final BEFORE UPDATE ON event
    WHEN NOT (OLD.payload IS NOT NULL AND NEW.payload IS NULL AND NEW.erased_by IS NOT NULL AND OLD.erased_by IS NULL
      AND NEW.seq = OLD.seq AND NEW.contact IS OLD.contact AND NEW.recorded = OLD.recorded)
    BEGIN SELECT RAISE(ABORT, 'an event is final'); END;
  CREATE TRIGGER event_is_forever BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'an event is forever'); END;

  -- Hashes of the log (RFC 9162), 256 a tile: level 0 holds leaves, level n the roots of full tiles below.
  CREATE TABLE tile (
    level INTEGER NOT NULL,
    idx   INTEGER NOT NULL,
    data  BLOB NOT NULL,
    PRIMARY KEY (level, idx)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER tile_only_grows BEFORE UPDATE ON tile
    WHEN NEW.level <> OLD.level OR NEW.idx <> OLD.idx OR length(NEW.data) < length(OLD.data)
      OR substr(NEW.data, 1, length(OLD.data)) <> OLD.data
    BEGIN SELECT RAISE(ABORT, 'a tile only grows'); END;
  CREATE TRIGGER tile_is_forever BEFORE DELETE ON tile BEGIN SELECT RAISE(ABORT, 'a tile is forever'); END;

  CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY,
    root BLOB NOT NULL,
    at   INTEGER NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER checkpoint_is_final BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'a checkpoint is final'); END;
  CREATE TRIGGER checkpoint_is_forever BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'a checkpoint is forever'); END;

  -- From here on: projections, rebuilt from the events at will.
  CREATE TABLE contact (
    id        INTEGER PRIMARY KEY,
    narrow    TEXT NOT NULL,
    -- Null where equal to narrow.
    wide      TEXT,
    -- As written.
    address   TEXT NOT NULL,
    name      TEXT NOT NULL,
    -- Folded name, or the address where there is none.
    sort      TEXT NOT NULL,
    -- Kinds of events seen: 1 sale, 2 objection or withdrawal, 4 consent, 8 address not mailable,
    -- 16 cancelled, refunded or corrected.
    marks     INTEGER NOT NULL,
    last_sale INTEGER,
    recorded  INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX contact_of_narrow ON contact (narrow);
  CREATE INDEX contact_of_wide ON contact (wide) WHERE wide IS NOT NULL;
  CREATE INDEX contact_by_sort ON contact (sort, id);

  -- Addresses beyond a contact's first, and former ones.
  CREATE TABLE address (
    id      INTEGER PRIMARY KEY,
    contact INTEGER NOT NULL REFERENCES contact (id),
    narrow  TEXT NOT NULL,
    wide    TEXT,
    written TEXT NOT NULL,
    UNIQUE (contact, narrow)
  ) STRICT;
  CREATE INDEX address_of_narrow ON address (narrow);
  CREATE INDEX address_of_wide ON address (wide) WHERE wide IS NOT NULL;

  -- Contacts that cannot be judged by their own events alone: shared addresses, siblings, merges, several addresses.
  CREATE TABLE kin (
    contact INTEGER PRIMARY KEY REFERENCES contact (id)
  ) STRICT;
  CREATE TABLE merger (
    contact INTEGER NOT NULL REFERENCES contact (id),
    other   INTEGER NOT NULL REFERENCES contact (id),
    PRIMARY KEY (contact, other)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE suppression (
    seq    INTEGER PRIMARY KEY REFERENCES event (seq),
    narrow TEXT NOT NULL,
    wide   TEXT NOT NULL,
    since  INTEGER NOT NULL
  ) STRICT;

  -- Files kept byte for byte, deflated in pieces.
  CREATE TABLE document (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    bytes  INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE document_piece (
    document INTEGER NOT NULL REFERENCES document (id),
    idx      INTEGER NOT NULL,
    -- Line ends (0x0A) in it, so that a line is found without reading what comes before.
    lines    INTEGER NOT NULL,
    data     BLOB NOT NULL,
    PRIMARY KEY (document, idx)
  ) STRICT;

  CREATE TABLE import (
    id       INTEGER PRIMARY KEY,
    seq      INTEGER NOT NULL REFERENCES event (seq),
    document INTEGER NOT NULL REFERENCES document (id),
    dialect  TEXT NOT NULL
  ) STRICT;
  CREATE TABLE mapping (
    header  TEXT PRIMARY KEY,
    mapping TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE mailing (
    id  INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL REFERENCES event (seq)
  ) STRICT;
  CREATE TABLE decision (
    id       INTEGER PRIMARY KEY,
    mailing  INTEGER NOT NULL REFERENCES mailing (id),
    seq      INTEGER NOT NULL REFERENCES event (seq),
    -- The answers that occur, as JSON; the record names them by number.
    answers  TEXT NOT NULL,
    -- A number for each contact, two bytes each, deflated; hashed into the log.
    record   BLOB NOT NULL
  ) STRICT;
  CREATE TABLE recipient (
    decision INTEGER NOT NULL REFERENCES decision (id),
    contact  INTEGER NOT NULL REFERENCES contact (id),
    answer   INTEGER NOT NULL,
    PRIMARY KEY (decision, contact)
  ) STRICT, WITHOUT ROWID;
`
