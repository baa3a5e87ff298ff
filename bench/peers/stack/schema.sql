CREATE TABLE conversation (
    contact    text PRIMARY KEY,
    turns      integer NOT NULL,
    last_text  text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE inbound (
    id          text PRIMARY KEY, -- the provider's: what comes twice counts once
    contact     text NOT NULL,
    body        text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON inbound (contact, received_at);

CREATE TABLE reply (
    inbound_id text PRIMARY KEY REFERENCES inbound,
    contact    text NOT NULL,
    body       text NOT NULL,
    sent_as    text, -- the provider's id; null as long as it has not taken it
    made_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON reply (contact, made_at);
