package dev.skyline.plugin;

import java.util.List;

/** A plug-in was asked for that does not exist. */
public final class UnknownPlugin extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownPlugin(String kind, String id, List<String> valid) {
        super("there is no " + kind + " '" + id + "'; valid are " + String.join(", ", valid));
    }
}
