"""Training speed of the two benchmark networks under PyTorch, one thread; see docs/performance.md."""

import time

import torch
from torch import nn

PIXELS, CLASSES, BATCH, WARM_UP_SECONDS, SECONDS = 28, 10, 64, 5, 10


def block(inputs, outputs, kernel, stride=1):
    return nn.Sequential(
        nn.ReLU(), nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs))


class Cell(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.to_1, self.from_1_to_2, self.to_3 = (block(channels, channels, k) for k in (3, 3, 1))
        self.pool = nn.AvgPool2d(3, 1, 1, count_include_pad=False)

    def forward(self, x):
        first = self.to_1(x)
        second = x + self.from_1_to_2(first)
        return self.to_3(x) + self.pool(first) + second


class Reduction(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.deep = nn.Sequential(block(channels, 2 * channels, 3, 2), block(2 * channels, 2 * channels, 3))
        self.shortcut = nn.Sequential(
            nn.AvgPool2d(2, 2), nn.Conv2d(channels, 2 * channels, 1, bias=False))

    def forward(self, x):
        return self.deep(x) + self.shortcut(x)


def cells(channels=8):
    return nn.Sequential(
        nn.Conv2d(1, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels),
        Cell(channels), Reduction(channels), Cell(2 * channels), Reduction(2 * channels), Cell(4 * channels),
        nn.BatchNorm2d(4 * channels), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
        nn.Linear(4 * channels, CLASSES))


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 20, 5, 1, 2), nn.MaxPool2d(2, 2), nn.Conv2d(20, 50, 5, 1, 2), nn.MaxPool2d(2, 2),
        nn.Flatten(), nn.Linear(50 * 7 * 7, 500), nn.ReLU(), nn.Linear(500, CLASSES))


def speed(network):
    optimizer = torch.optim.Adam(network.parameters(), 0.001)
    images = torch.rand(BATCH, 1, PIXELS, PIXELS)
    labels = torch.randint(CLASSES, (BATCH,))

    def repeat(seconds):
        start, samples = time.monotonic(), 0
        while time.monotonic() < start + seconds:
            optimizer.zero_grad()
            nn.functional.cross_entropy(network(images), labels).backward()
            optimizer.step()
            samples += BATCH
        return samples / (time.monotonic() - start)

    repeat(WARM_UP_SECONDS)
    return repeat(SECONDS)


torch.set_num_threads(1)
print(f"PyTorch {torch.__version__}, samples/s: cells {speed(cells()):.0f}, lenet {speed(lenet()):.0f}")
