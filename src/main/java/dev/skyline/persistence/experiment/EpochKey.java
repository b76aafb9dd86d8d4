package dev.skyline.persistence.experiment;

import jakarta.persistence.Embeddable;

import java.util.UUID;

@Embeddable
record EpochKey(UUID experimentId, int trial, int epoch) {}
