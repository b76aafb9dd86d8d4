package dev.skyline.dashboard;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A trained model leaves through the page of its trial, made by the whole service. */
class DownloadModelTest extends BrowserTest {

    @Test
    void theMenuOfATrialIsUsedByKeyboardAndEachLinkGivesAFile() throws Exception {
        String id = experiment("to take home", 1);
        go("/experiments/" + id);
        assertThat(tab.find("#state")).hasText("succeeded", new LocatorAssertions.HasTextOptions().setTimeout(LONG));
        go("/experiments/" + id + "/trials/1");
        tab.find("#download summary").focus();
        tab.page().keyboard().press("Enter");
        Locator links = tab.find("#download a");
        assertThat(links).hasText(new String[] {"ONNX", "DL4J zip", "Java source", "Bundle"});
        assertThat(tab.find("#download")).containsText(Pattern.compile("about [\\d.]+\u00a0[kM]?B"));
        tab.page().keyboard().press("Tab");
        assertThat(links.first()).isFocused();
        tab.page().keyboard().press("Escape");
        assertThat(links.first()).isHidden();
        assertThat(tab.find("#download summary")).isFocused();
        for (int i = 0; i < links.count(); i++) {
            APIResponse file = tab.context()
                    .request()
                    .get(
                            address(links.nth(i).getAttribute("href")),
                            RequestOptions.create().setTimeout(LONG));
            Assertions.assertThat(file.status()).as(file.text()).isEqualTo(200);
            Assertions.assertThat(file.headers().get("content-disposition")).startsWith("attachment; filename=");
            Assertions.assertThat(file.body()).hasSizeGreaterThan(1000);
        }
    }
}
