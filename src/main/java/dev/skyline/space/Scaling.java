package dev.skyline.space;

import dev.skyline.network.Shape.Image;
import dev.skyline.plugin.InvalidSettings;

/**
 * How much larger a skeleton becomes: factors of at least 1. As in EfficientNet (Tan and Le 2019), depths are rounded up
 * and widths to the nearest multiple, or the next one where that would take away more than a tenth; the sides of images are
 * rounded to the nearest pixel. A factor of 1 changes nothing.
 *
 * @param depth of what a skeleton repeats
 * @param width of channels
 * @param resolution of the sides of images
 * @param multiple of which scaled widths are
 */
public record Scaling(double depth, double width, double resolution, int multiple) {

    public static final Scaling NONE = new Scaling(1, 1, 1, 1);

    private static final int MAX_REPEATS = 80;
    private static final int MAX_CHANNELS = 4096;
    private static final int MAX_SIDE = 1024;
    private static final double MOST_TAKEN_AWAY = 0.1;
    /** So that 5 · 1.2 is 6 layers, whatever binary fractions make of it. */
    private static final double SLACK = 1e-9;

    public Scaling {
        if (!(depth >= 1 && width >= 1 && resolution >= 1 && multiple >= 1)) {
            throw new IllegalArgumentException("factors and multiples are at least 1, not %s, %s, %s and %d"
                    .formatted(depth, width, resolution, multiple));
        }
    }

    /**
     * @throws InvalidSettings where there would be more than 80
     */
    public int repeats(int count) {
        double scaled = Math.ceil(count * depth - SLACK);
        return depth == 1 ? count : checked(scaled, MAX_REPEATS, "layers or cells repeated %.0f times");
    }

    /**
     * @throws InvalidSettings where there would be more than 4,096
     */
    public int channels(int count) {
        if (width == 1) {
            return count;
        }
        double scaled = count * width;
        double rounded = Math.max(multiple, Math.floor(scaled / multiple + 0.5) * multiple);
        return checked(
                rounded < (1 - MOST_TAKEN_AWAY) * scaled ? rounded + multiple : rounded,
                MAX_CHANNELS,
                "layers of %.0f channels");
    }

    /**
     * The task for larger images; itself for tables.
     *
     * @throws InvalidSettings where a side would have more than 1,024 pixels
     */
    public Task task(Task task) {
        return resolution > 1 && task.input() instanceof Image image
                ? new Task(new Image(image.channels(), side(image.height()), side(image.width())), task.classes())
                : task;
    }

    private int side(int pixels) {
        return checked(Math.rint(pixels * resolution), MAX_SIDE, "images of %.0f pixels a side");
    }

    private static int checked(double scaled, int most, String what) {
        if (scaled > most) {
            throw new InvalidSettings("phi", ("makes " + what + "; at most %d may be").formatted(scaled, most));
        }
        return (int) scaled;
    }
}
