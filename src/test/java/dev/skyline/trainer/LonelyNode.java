package dev.skyline.trainer;

import dev.skyline.estimator.Progress;
import dev.skyline.trainer.child.ScriptedChild.Script;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A node whose two children train without end; prints their process ids once both are at it, and waits to be killed. */
final class LonelyNode {

    private LonelyNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        TrainerPool pool = Trainers.pool(Trainers.settings(2));
        CountDownLatch training = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            new Thread(() -> train(pool, folder, training)).start();
        }
        training.await();
        String pids = pool.pids().stream().map(String::valueOf).collect(Collectors.joining(" "));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(pids);
    }

    private static void train(TrainerPool pool, Path folder, CountDownLatch training) {
        try {
            pool.train(Trainers.training(Script.ENDLESS, 1, 7, folder), report -> {
                if (report.epoch() == 1) {
                    training.countDown();
                }
                return Progress.Answer.CONTINUE;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
