"""Learn the network that finds logos, and write it as monitor/images/logo_windows.onnx.

`python -m benchmarks.logo_windows [--steps N] [--to FILE]` needs `pip install torch onnx`, which nothing else does, and
the marks and photos that `python -m benchmarks.false_alarms --build` fetches. Some three hours on two cores.

It learns to give a mark as it is drawn and the same mark in a photo nearly one direction of 64 numbers, and any other
mark and all that shows none others: of 192 drawings and 192 photos each finds its own (a softmax either way, as of
Radford et al. 2021), and a place of its own takes what shows none.
"""

import argparse
import math
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from benchmarks._logo_windows import batches
from monitor.images.window_network import SIDE, STEP, WEIGHTS

SIZE, FOREIGN = 192, 64
PEAK, WARM, DECAY = 3e-3, 100, 1e-3
CHANNELS, NUMBERS, CELLS = (16, 32, 64, 64, 64), 64, 8
FIRST_SHARPNESS, FIRST_NONE = 30.0, 0.5


class LogoNetwork(nn.Module):
    """Five layers over the whole picture, an eighth of its size in the end, and one that sees a window of 8 x 8."""

    def __init__(self) -> None:
        super().__init__()
        kinds = zip((3, *CHANNELS[:-1]), CHANNELS, (5, 3, 3, 3, 3), (2, 2, 2, 1, 1), strict=True)
        self.body = nn.Sequential(*(layer for kind in kinds for layer in _layer(*kind)))
        # Two that see each channel once are quicker than one that sees it twice, and say the same.
        self.windows = nn.ModuleList(_window() for _ in range(2))
        self.sharpness = nn.Parameter(torch.tensor(math.log(FIRST_SHARPNESS)))
        self.none = nn.Parameter(torch.tensor(FIRST_NONE))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Pictures, n x 3 x height x width of 0 to 255, to what their windows look like."""
        seen = self.body(pictures / 64 - 2)
        return sum(window(seen) for window in self.windows)


def _layer(coming: int, going: int, kernel: int, step: int) -> tuple[nn.Module, ...]:
    return nn.Conv2d(coming, going, kernel, step, kernel // 2, bias=False), nn.BatchNorm2d(going), nn.ReLU(inplace=True)


def _window() -> nn.Module:
    wide = CHANNELS[-1]
    seen = nn.Conv2d(wide, wide, CELLS, groups=wide, bias=False)
    return nn.Sequential(seen, nn.BatchNorm2d(wide), nn.ReLU(inplace=True), nn.Conv2d(wide, NUMBERS, 1))


class _Batches(torch.utils.data.IterableDataset):
    def __init__(self, data: Path, seed: int) -> None:
        self._data, self._seed = data, seed

    def __iter__(self):
        for windows in batches(self._data, self._seed, SIZE, FOREIGN):
            yield torch.from_numpy(windows).permute(0, 3, 1, 2)


def learn(data: Path, steps: int) -> LogoNetwork:
    """The network after so many batches."""
    torch.manual_seed(0)
    network = LogoNetwork().to(memory_format=torch.channels_last)
    chooser = torch.optim.AdamW(network.parameters(), lr=PEAK, weight_decay=DECAY)
    loader = torch.utils.data.DataLoader(_Batches(data, 777), batch_size=None, num_workers=1, prefetch_factor=4)
    told = []
    for step, windows in zip(range(steps), loader, strict=False):
        for group in chooser.param_groups:
            group["lr"] = PEAK * min(1, step / WARM) * (0.5 * (1 + math.cos(math.pi * step / steps)) + 0.01)
        # The middle window alone: the outermost ring has only seen a border.
        seen = network(windows.float().contiguous(memory_format=torch.channels_last))[:, :, 1, 1]
        drawn, shown, foreign = functional.normalize(seen, dim=1).split((SIZE, SIZE, FOREIGN))
        sharpness = network.sharpness.exp()
        none = (network.none * sharpness).expand(SIZE, 1)
        own, nothing = torch.arange(SIZE), torch.full((FOREIGN,), SIZE)
        by_photo = torch.cat([shown @ drawn.T * sharpness, none], 1)
        by_drawing = torch.cat([drawn @ torch.cat([shown, foreign]).T * sharpness, none], 1)
        by_foreign = torch.cat([foreign @ drawn.T * sharpness, none[:FOREIGN]], 1)
        loss = functional.cross_entropy(by_photo, own) + functional.cross_entropy(by_drawing, own)
        loss = loss + functional.cross_entropy(by_foreign, nothing) / 2
        chooser.zero_grad()
        loss.backward()
        chooser.step()
        told.append((loss.item(), (by_photo.argmax(1) == own).float().mean().item()))
        if (step + 1) % 100 == 0:
            lost, right = np.mean(told[-100:], axis=0)
            print(f"step {step + 1}: loss {lost:.3f}, {right:.1%} of photos find their drawing", flush=True)
    return network.eval()


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.logo_windows", description="Learn the network.")
    parser.add_argument("--steps", type=int, default=6_000, help="batches to learn from (default 6000)")
    parser.add_argument("--to", type=Path, default=Path("monitor/images", WEIGHTS), help="the file to write")
    given = parser.parse_args()
    data = (Path(__file__).parents[1] / "../shared/data").resolve()
    if not (data / "logos_composed").is_dir():
        sys.exit(f"{data}: holds no logos_composed; the marks that are left out are named there")
    network = learn(data, given.steps)
    sides = {0: "pictures", 2: "height", 3: "width"}
    torch.onnx.export(
        network,
        torch.zeros(1, 3, SIDE, SIDE + STEP),
        str(given.to),
        input_names=["picture"],
        output_names=["windows"],
        dynamic_axes={"picture": sides, "windows": sides},
        opset_version=13,
        dynamo=False,
    )
    print(f"{given.to}: {given.to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
