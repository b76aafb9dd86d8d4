package dev.skyline.persistence.dataset;

import dev.skyline.dataset.Content;
import dev.skyline.dataset.Content.ClassCount;
import dev.skyline.dataset.Schema;

import java.util.List;

/**
 * What is in a data set, as it is stored.
 *
 * @param shape {@code [channels, height, width]} of images; absent for a table
 * @param features of a table; absent for images
 */
record ContentDocument(List<Integer> shape, List<String> features, List<ClassCount> classes) {

    static ContentDocument of(Content content) {
        Schema schema = content.schema();
        if (schema instanceof Schema.Images images) {
            return new ContentDocument(
                    List.of(images.channels(), images.height(), images.width()), null, content.classes());
        }
        return new ContentDocument(null, ((Schema.Table) schema).features(), content.classes());
    }

    Content toContent(String hash) {
        Schema schema = shape == null
                ? new Schema.Table(features)
                : new Schema.Images(shape.get(0), shape.get(1), shape.get(2));
        return new Content(hash, schema, classes);
    }
}
