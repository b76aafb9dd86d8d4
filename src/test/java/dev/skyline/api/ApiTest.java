package dev.skyline.api;

import dev.skyline.api.fake.FakeCore;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** The API over a core in memory, asked without a connection; all these tests share one context. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {WebOnly.class, FakeCore.class},
        properties = "skyline.data-dir=target/api-test")
@AutoConfigureMockMvc
public @interface ApiTest {}
