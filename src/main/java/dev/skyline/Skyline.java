package dev.skyline;

import dev.skyline.trainer.child.ChildMain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service; with {@value ChildMain#ARGUMENT} as its first argument, a training process of the service. */
@SpringBootApplication
public class Skyline {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(ChildMain.ARGUMENT)) {
            ChildMain.run(arguments);
            return;
        }
        SpringApplication.run(Skyline.class, arguments);
    }
}
