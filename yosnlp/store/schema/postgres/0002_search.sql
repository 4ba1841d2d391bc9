-- What search asks of findings beside their words: filters, and what repeats what. By these indexes it need not read
-- the findings themselves, which are long.
CREATE INDEX findings_narrowed ON findings (report_id, polarity, standard_id, domain, rating, kind, finding_key);
CREATE INDEX findings_repeats ON findings (repeat_of) WHERE repeat_of IS NOT NULL;
