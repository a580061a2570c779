"""Learn the network that tells whether a logo is what is laid, and write it as monitor/images/logo_pairs.onnx.

`python -m benchmarks.logo_pairs [--pairs N] [--steps N] [--to FILE]` needs `pip install torch onnx`, which nothing else
does, and the marks and photos that `python -m benchmarks.false_alarms --build` fetches. Some two hours on two cores.

It sees drawing and picture in one (the two-channel network of Zagoruyko and Komodakis 2015), and says the odds that
both are the same: of 194 pairs at a time a third are, and a third of these are printed at once where they are.
"""

import argparse
import itertools
import math
import sys
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional

from benchmarks._logo_pairs import Pair, laid, printed
from benchmarks._printed import SIDE
from monitor.images import pairs as seen

RIGHT, PRINTED, WRONG = 44, 22, 128
PEAK, WARM, DECAY = 2.5e-3, 100, 2e-3
CHANNELS, CELLS, INNER = (24, 48, 96, 96), 8, 64
OTHER_DRAWING = 0.06
"""How often the drawing of another logo takes the place of the right one."""


class PairNetwork(nn.Module):
    """Four layers, an eighth of a square's size in the end, two looks at each channel of it, and what they say."""

    def __init__(self) -> None:
        super().__init__()
        kinds = zip((5, *CHANNELS[:-1]), CHANNELS, (5, 3, 3, 3), (2, 2, 2, 1), strict=True)
        self.body = nn.Sequential(*(layer for kind in kinds for layer in _layer(*kind)))
        wide = CHANNELS[-1]
        self.looks = nn.Sequential(
            nn.Conv2d(wide, 2 * wide, CELLS, groups=wide, bias=False), nn.BatchNorm2d(2 * wide), nn.ReLU(inplace=True)
        )
        said = nn.Sequential(nn.Linear(2 * wide, INNER), nn.Dropout(0.2), nn.ReLU(inplace=True), nn.Linear(INNER, 1))
        self.says = said

    def forward(self, pairs: torch.Tensor) -> torch.Tensor:
        """Pairs, n x 5 x 64 x 64 as `monitor.images.pairs` makes them, to odds, n x 1."""
        return self.says(self.looks(self.body(pairs)).flatten(1))


def _layer(coming: int, going: int, kernel: int, step: int) -> tuple[nn.Module, ...]:
    return nn.Conv2d(coming, going, kernel, step, kernel // 2, bias=False), nn.BatchNorm2d(going), nn.ReLU(inplace=True)


class _Batches(torch.utils.data.IterableDataset):
    def __init__(self, known: list[Pair], data: Path, seed: int) -> None:
        self._known, self._data, self._seed = known, data, seed

    def __iter__(self):
        chance = np.random.default_rng(self._seed)
        others = printed(self._data, self._seed)
        right = [one for one in self._known if one.same]
        wrong = [one for one in self._known if not one.same]
        while True:
            chosen = [right[at] for at in chance.integers(len(right), size=RIGHT)]
            chosen += itertools.islice(others, PRINTED)
            chosen += [wrong[at] for at in chance.integers(len(wrong), size=WRONG)]
            made = [_varied(one, right, chance) for one in chosen]
            shown, drawings, same = (np.array(part) for part in zip(*made, strict=True))
            yield torch.from_numpy(seen.pairs(shown, drawings)), torch.from_numpy(same.astype(np.float32))


def _varied(pair: Pair, right: list[Pair], chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray, bool]:
    """A pair laid a little otherwise, mirrored, turned, in other colours and light."""
    wide = (SIDE - seen.SIDE) // 2
    angle, grown, slant = np.radians(chance.normal(0, 1.5)), 2 ** chance.normal(0, 0.03), chance.normal(0, 0.02)
    cosine, sine = grown * math.cos(angle), grown * math.sin(angle)
    turned = np.array([[cosine, sine + slant], [-sine, cosine]])
    first = (SIDE - 1) / 2 - turned @ np.full(2, (seen.SIDE - 1) / 2) + chance.normal(0, 1, 2)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    place = np.column_stack([turned, first])
    shown = cv2.warpAffine(pair.shown, place, (seen.SIDE,) * 2, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    same = pair.same
    drawing = pair.drawing
    if same and chance.random() < OTHER_DRAWING:
        other = right[chance.integers(len(right))].drawing
        same, drawing = other is drawing, other
    drawing = drawing[wide:-wide, wide:-wide]
    if chance.random() < 0.5:
        shown, drawing = shown[:, ::-1], drawing[:, ::-1]
    if chance.random() < 0.3:
        shown, drawing = shown[::-1], drawing[::-1]
    if chance.random() < 0.3:
        shown, drawing = shown.transpose(1, 0, 2), drawing.T
    if chance.random() < 0.5:
        shown = shown[..., chance.permutation(3)]
    if chance.random() < 0.3:
        shown = 255 - shown
    if chance.random() < 0.4:
        shown = np.clip(shown * chance.uniform(0.6, 1.3) + chance.uniform(-30, 30), 0, 255).astype(np.uint8)
    if chance.random() < 0.15:
        shown = cv2.GaussianBlur(shown, (0, 0), chance.uniform(0.4, 0.9))
    return shown, drawing, same


def learn(known: list[Pair], data: Path, steps: int) -> PairNetwork:
    """The network after so many batches."""
    torch.manual_seed(0)
    network = PairNetwork().to(memory_format=torch.channels_last)
    chooser = torch.optim.AdamW(network.parameters(), lr=PEAK, weight_decay=DECAY)
    loader = torch.utils.data.DataLoader(_Batches(known, data, 77), batch_size=None, num_workers=1, prefetch_factor=6)
    told = []
    for step, (pairs, same) in zip(range(steps), loader, strict=False):
        for group in chooser.param_groups:
            group["lr"] = PEAK * min(1, step / WARM) * (0.5 * (1 + math.cos(math.pi * step / steps)) + 0.005)
        odds = network(pairs.contiguous(memory_format=torch.channels_last))[:, 0]
        loss = functional.binary_cross_entropy_with_logits(odds, same)
        chooser.zero_grad()
        loss.backward()
        chooser.step()
        told.append((loss.item(), ((odds > 0) == (same > 0.5)).float().mean().item()))
        if (step + 1) % 100 == 0:
            lost, right = np.mean(told[-100:], axis=0)
            print(f"step {step + 1}: loss {lost:.3f}, {right:.1%} of pairs told rightly", flush=True)
    return network.eval()


def main() -> None:
    """Lay, learn and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.logo_pairs", description="Learn the network of pairs.")
    parser.add_argument("--pairs", type=int, default=80_000, help="pairs that are laid to learn from (default 80000)")
    parser.add_argument("--steps", type=int, default=6_000, help="batches to learn from (default 6000)")
    parser.add_argument("--to", type=Path, default=Path("monitor/images", seen.WEIGHTS), help="the file to write")
    given = parser.parse_args()
    data = (Path(__file__).parents[1] / "../shared/data").resolve()
    if not (data / "logos_composed").is_dir():
        sys.exit(f"{data}: holds no logos_composed; the marks that are left out are named there")
    cv2.setNumThreads(1)
    known = list(itertools.islice(laid(data, 1), given.pairs))
    print(f"{sum(one.same for one in known)} of {len(known)} pairs that were laid are the same", flush=True)
    network = learn(known, data, given.steps)
    torch.onnx.export(
        network,
        torch.zeros(1, 5, seen.SIDE, seen.SIDE),
        str(given.to),
        input_names=["pairs"],
        output_names=["odds"],
        dynamic_axes={"pairs": {0: "pairs"}, "odds": {0: "pairs"}},
        opset_version=13,
        dynamo=False,
    )
    print(f"{given.to}: {given.to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
