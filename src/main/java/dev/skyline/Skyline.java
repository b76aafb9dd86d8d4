package dev.skyline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class Skyline {

    public static void main(String[] arguments) {
        SpringApplication.run(Skyline.class, arguments);
    }
}
