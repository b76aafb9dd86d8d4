package dev.skyline.plugin;

import java.util.Map;

/** What kind of document a setting is, in plain maps and lists; has a constructor without parameters. */
public interface DocumentType {

    /** JSON Schema (draft 2020-12) without description and default; may hold an {@code $id}, so that its references work. */
    Map<String, Object> schema();

    /** The default: a document that shows what can be written. */
    Map<String, Object> example();
}
