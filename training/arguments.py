"""The options that all training runs share."""

import argparse
from pathlib import Path

import torch


def run_parser(description: str, config: Path) -> argparse.ArgumentParser:
    """A parser with them; ``config`` is the file of figures unless another is named."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and eval/")
    parser.add_argument("--made", type=Path, help="folder with made pairs; see [made] of --config")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=config)
    parser.add_argument("--minutes", type=float, default=75, help="wall time of the whole run")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser
