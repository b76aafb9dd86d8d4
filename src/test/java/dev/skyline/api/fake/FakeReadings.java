package dev.skyline.api.fake;

import dev.skyline.search.Catalogue;
import dev.skyline.search.Histories;
import dev.skyline.search.ReadFront;
import dev.skyline.search.ReadHistory;
import dev.skyline.search.ReadNetwork;
import dev.skyline.search.Recommend;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What is computed of recorded trials when somebody reads it. */
@TestConfiguration
class FakeReadings {

    @Bean
    Recommend recommend(Histories histories) {
        return new Recommend(histories);
    }

    @Bean
    ReadFront readFront(Histories histories) {
        return new ReadFront(histories);
    }

    @Bean
    ReadHistory readHistory(Histories histories) {
        return new ReadHistory(histories);
    }

    @Bean
    ReadNetwork readNetwork(Catalogue catalogue) {
        return new ReadNetwork(catalogue);
    }
}
