-- What made a report's vectors: the hash of the embedding. Vectors of two embeddings cannot be compared; those of
-- reports that were stored before this version are of an earlier one.
ALTER TABLE reports ADD COLUMN embedding_sha256 TEXT NOT NULL DEFAULT '';
