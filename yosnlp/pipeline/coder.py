"""The model that codes a corpus, loaded only when there is something to code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yosnlp
from yosnlp import themes
from yosnlp.errors import CorpusError
from yosnlp.pipeline.tagging import tag_document
from yosnlp.records import Document, Finding, Provenance, TaggedReport
from yosnlp.store import Corpus, Stored, embedding
from yosnlp.store.database import Vectors
from yosnlp.store.embedding import Embedding


@dataclass(frozen=True, slots=True)
class Coder:
    """A model by name or folder, with the hash and the version of its codebook that tell whether it is another."""

    model: str
    sha256: str
    codebook_version: int

    @classmethod
    def of(cls, corpus: Corpus, model: str | None) -> Coder:
        """The model given; without one that which ``corpus`` was tagged by, and the default for an empty one.

        Raises CorpusError if that one does not ship with yosnlp, YosnlpError for an unknown one.
        """
        chosen = model or _used(corpus)
        return cls(chosen, themes.sha256_of(chosen), themes.codebook_of(chosen).version)

    def tagged(self, stored: Stored) -> bool:
        """Whether the report that is stored was tagged by this model, with vectors by the embedding of today."""
        by = (stored.model_sha256, stored.codebook_version, stored.embedding_sha256)
        return by == (self.sha256, self.codebook_version, embedding.sha256())

    def put(self, document: Document, corpus: Corpus, *, replaces: str | None = None, allow_other: bool = False) -> str:
        """Tag a document and store it; gives the id that it has in the corpus. Raises NotAReport, CorpusError."""
        return self.keep(self.tag(document, allow_other=allow_other), corpus, replaces=replaces)

    def tag(self, document: Document, *, allow_other: bool = False) -> TaggedReport:
        """The document tagged. Raises NotAReport."""
        return tag_document(document, themes.load(self.model), allow_other=allow_other)

    def keep(self, tagged: TaggedReport, corpus: Corpus, *, replaces: str | None = None) -> str:
        """Store a tagged report; gives the id that it has in the corpus. Raises CorpusError."""
        models, document = themes.load(self.model), tagged.report.document
        provenance = Provenance(
            version=yosnlp.__version__,
            codebook_version=models.codebook.version,
            model=models.name,
            model_sha256=models.sha256,
            options={} if tagged.report.kind == "inspection" else {"allow_other": True},
            inputs={document.source: document.sha256},
        )
        coded = tuple((theme.id, theme.label) for theme in models.codebook.themes)
        return corpus.put(tagged, provenance, coded, _vectors(tagged.findings), replaces=replaces)


def _vectors(findings: Sequence[Finding]) -> Vectors:
    return Embedding.load().vectors([finding.text for finding in findings])


def _used(corpus: Corpus) -> str:
    """The name of the model that tagged the corpus last."""
    name = corpus.model()
    if name is None:
        return themes.DEFAULT
    if name not in themes.names():
        raise CorpusError(
            f"{corpus.where}: tagged by the model '{name}', which does not ship with yosnlp. "
            "Give its folder: --model DIR."
        )
    return name
