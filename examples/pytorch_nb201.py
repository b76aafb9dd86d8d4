#!/usr/bin/env python3
"""Trains cells of NAS-Bench-201 in PyTorch for a running Skyline: asks for trials, reports epochs, obeys "stop", tells
the end. Needs torch and scikit-learn (for its digits, 8x8 grey images); several copies may work at once.

    python3 pytorch_nb201.py --trials 10 --epochs 3
    python3 pytorch_nb201.py --experiment 6b0f3a77-... --client gpu-2
"""
import argparse
import json
import os
import time
import urllib.request

import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn
from torch.nn import functional as F

CELLS, CHANNELS, CLASSES = 1, 8, 10


class Skyline:
    def __init__(self, url, token):
        self.url, self.token = url.rstrip("/"), token

    def post(self, path, body):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


def relu_conv_norm(inputs, outputs, kernel, stride=1):
    return nn.Sequential(
        nn.ReLU(), nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs))


def operation(name, width):
    return {
        "none": lambda: None,
        "skip_connect": nn.Identity,
        "nor_conv_1x1": lambda: relu_conv_norm(width, width, 1),
        "nor_conv_3x3": lambda: relu_conv_norm(width, width, 3),
        "avg_pool_3x3": lambda: nn.AvgPool2d(3, 1, 1, count_include_pad=False),
    }[name]()


class Cell(nn.Module):
    """From a text such as |nor_conv_3x3~0|+|none~0|skip_connect~1|+|...|: a group of edges for each node after the first."""

    def __init__(self, text, width):
        super().__init__()
        self.edges = nn.ModuleDict()
        nodes = [[edge.split("~") for edge in node.strip("|").split("|")] for node in text.split("+")]
        for node, edges in enumerate(nodes, start=1):
            for name, source in edges:
                module = operation(name, width)
                if module is not None:
                    self.edges[f"{source}-{node}"] = module
        self.nodes = len(nodes) + 1

    def forward(self, x):
        values = [x]
        for node in range(1, self.nodes):
            terms = [self.edges[f"{source}-{node}"](values[source])
                     for source in range(node) if f"{source}-{node}" in self.edges]
            values.append(sum(terms) if terms else torch.zeros_like(x))
        return values[-1]


class Reduction(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.main = nn.Sequential(relu_conv_norm(width // 2, width, 3, 2), relu_conv_norm(width, width, 3))
        self.shortcut = nn.Sequential(nn.AvgPool2d(2, 2), nn.Conv2d(width // 2, width, 1, bias=False))

    def forward(self, x):
        return self.main(x) + self.shortcut(x)


def network(text):
    """The skeleton of the benchmark: three stages of cells, with a residual block that halves the image between them."""
    layers = [nn.Conv2d(1, CHANNELS, 3, 1, 1, bias=False), nn.BatchNorm2d(CHANNELS)]
    for stage in range(3):
        width = CHANNELS << stage
        layers += [Reduction(width)] if stage else []
        layers += [Cell(text, width) for _ in range(CELLS)]
    layers += [nn.BatchNorm2d(width), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, CLASSES)]
    return nn.Sequential(*layers)


def digits():
    images, labels = load_digits(return_X_y=True)
    images = torch.tensor(images, dtype=torch.float32).reshape(-1, 1, 8, 8) / 16
    return train_test_split(images, torch.tensor(labels), test_size=0.2, random_state=0, stratify=labels)


def train(skyline, client, trial, links, data):
    """Tells each epoch; gives the best accuracy, and whether the service ended the training."""
    train_x, test_x, train_y, test_y = data
    torch.manual_seed(trial["number"])
    model = network(trial["architecture"]["text"])
    optimizer = torch.optim.Adam(model.parameters(), 3e-3)
    best, began = 0.0, time.monotonic()
    for epoch in range(1, trial["fidelity"]["epochs"] + 1):
        model.train()
        total = 0.0
        for batch in torch.randperm(len(train_x)).split(64):
            optimizer.zero_grad()
            loss = F.cross_entropy(model(train_x[batch]), train_y[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        model.eval()
        with torch.no_grad():
            scores = model(test_x)
        accuracy = (scores.argmax(1) == test_y).double().mean().item()
        best = max(best, accuracy)
        answer = skyline.post(links["measurements"], {
            "clientId": client, "epoch": epoch, "accuracy": accuracy, "trainingLoss": total / len(train_x),
            "validationLoss": F.cross_entropy(scores, test_y).item(), "seconds": time.monotonic() - began})
        if answer["stop"]:
            return best, answer["reason"]
    return best, None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--token", default=os.environ.get("SKYLINE_TOKEN"))
    parser.add_argument("--experiment", help="join this one; by default a new one is made")
    parser.add_argument("--client", default=f"pytorch-{os.getpid()}", help="keep it over restarts to go on where it was")
    parser.add_argument("--trials", type=int, default=10)
    parser.add_argument("--epochs", type=int, default=3)
    options = parser.parse_args()
    skyline, data = Skyline(options.url, options.token), digits()
    experiment = options.experiment or skyline.post("/api/v1/experiments", {
        "name": "NAS-Bench-201 cells in PyTorch", "task": {"input": [1, 8, 8], "classes": CLASSES},
        "searchSpace": {"type": "nas-bench-201", "settings": {"cells": CELLS, "channels": CHANNELS}},
        "estimator": {"type": "external", "settings": {"epochs": options.epochs, "earlyStopping": "median"}},
        "objectives": [{"metric": "accuracy"}, {"metric": "parameters"}],
        "budget": {"maxTrials": options.trials}, "seed": 1})["id"]
    print("experiment", experiment)
    while True:
        asked = skyline.post(f"/api/v1/experiments/{experiment}/suggestions", {"clientId": options.client})
        if not asked["items"]:
            if asked["state"] not in ("QUEUED", "RUNNING", "PAUSED"):
                print(asked["state"])
                return
            time.sleep(1)
        for item in asked["items"]:
            trial, links = item["trial"], item["links"]
            best, stopped = train(skyline, options.client, trial, links, data)
            print(f"{trial['number']:4} {best:.4f} {stopped or '':12} {trial['architecture']['text']}", flush=True)
            if stopped not in ("LeaseLost", "TrialEnded"):
                skyline.post(links["complete"], {
                    "clientId": options.client, "measurements": [{"metric": "accuracy", "value": best}],
                    "stoppedEarly": stopped is not None})


if __name__ == "__main__":
    main()
