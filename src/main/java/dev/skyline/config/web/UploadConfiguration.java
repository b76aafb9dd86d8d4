package dev.skyline.config.web;

import dev.skyline.config.SkylineProperties;
import dev.skyline.persistence.DataDirectory;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where uploads lie while they are read: in the data directory, whose disk is meant for as much. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SkylineProperties.class, MultipartProperties.class})
class UploadConfiguration {

    /** @param claimed makes sure that no other process has the directory, whose uploads would go */
    @Bean
    MultipartConfigElement multipart(
            MultipartProperties properties, SkylineProperties skyline, ObjectProvider<DataDirectory> claimed)
            throws IOException {
        DataDirectory directory = claimed.getIfAvailable();
        Path base = directory == null ? skyline.dataDirectory() : directory.path();
        Path uploads = Files.createDirectories(base.resolve("uploads")).toRealPath();
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(uploads, "upload*")) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
        properties.setLocation(uploads.toString());
        return properties.createMultipartConfig();
    }
}
