package io.github.xinyi.example.xinyijia;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with a fresh profile, spoken to by the page's test ids. */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;
    private final URI home;

    private Chromium(ChromeDriver driver, URI home) {
        this.driver = driver;
        this.home = home;
    }

    static Chromium open(URI home, int width) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Programs.find("chromium").toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN");
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Programs.find("chromedriver").toFile())
                        .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(width, 900));
        Chromium chromium = new Chromium(driver, home);
        chromium.go("");
        return chromium;
    }

    /** Goes to a route of the page, for example {@code #/record/12}. */
    void go(String route) {
        driver.get(home + route);
    }

    /** The first element of a test id, once it is there and says something. */
    WebElement find(String testId) {
        return waited().until(d -> d.findElements(by(testId)).stream().findFirst().orElse(null));
    }

    List<WebElement> all(String testId) {
        find(testId);
        return driver.findElements(by(testId));
    }

    String text(String testId) {
        return find(testId).getText();
    }

    void click(String testId) {
        WebElement element = find(testId);
        driver.executeScript("arguments[0].scrollIntoView({block:'center'})", element);
        element.click();
    }

    /** Writes a text into a field, line feeds included, in place of what stands there. */
    void fill(String testId, String text) {
        driver.executeScript(
                "arguments[0].value = arguments[1];"
                        + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
                        + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}));",
                find(testId),
                text);
    }

    /** Waits until an element has an attribute of a value. */
    void await(String testId, String attribute, String value) {
        waited().until(d -> value.equals(find(testId).getAttribute(attribute)));
    }

    void awaitText(String testId, String part) {
        waited().until(d -> text(testId).contains(part));
    }

    /** Keeps a picture of the whole page in the build's output. */
    void screenshot(String name) throws IOException {
        Dimension before = driver.manage().window().getSize();
        driver.manage()
                .window()
                .setSize(new Dimension(before.getWidth(), Math.toIntExact(number("scrollHeight"))));
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        driver.manage().window().setSize(before);
    }

    /** How much wider the page is than the window. */
    long overflow() {
        return number("scrollWidth") - number("clientWidth");
    }

    String language() {
        return String.valueOf(driver.findElement(By.tagName("html")).getAttribute("lang"));
    }

    private long number(String property) {
        return Long.parseLong(
                String.valueOf(
                        driver.executeScript("return document.documentElement." + property)));
    }

    private static By by(String testId) {
        return By.cssSelector("[data-testid='" + testId + "']");
    }

    private WebDriverWait waited() {
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(30));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
