package io.github.xinyi.example.xinyijia;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A page in the one headless Chromium that all tests share, as if it were opened for the first
 * time: nothing is stored and nobody is logged in. Spoken to by the page's test ids.
 */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int HEIGHT = 900;

    private final ChromeDriver driver;
    private final URI home;
    private final int width;

    private Chromium(ChromeDriver driver, URI home, int width) {
        this.driver = driver;
        this.home = home;
        this.width = width;
    }

    /** Starts the browser. */
    static ChromeDriver start() {
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
        return new ChromeDriver(service, options);
    }

    /** Opens the page anew, as wide as that. */
    static Chromium open(ChromeDriver driver, URI home, int width) {
        Chromium page = new Chromium(driver, home, width);
        driver.get("about:blank");
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin",
                Map.of("origin", home.resolve("/").toString(), "storageTypes", "all"));
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.manage().deleteAllCookies();
        page.offline(false);
        page.size(HEIGHT);
        page.go("");
        return page;
    }

    /** A window of a desktop can not be narrower than about 500 pixels; the page can. */
    private void size(int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Takes the network away, or gives it back: the browser knows, and no request goes out. */
    void offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.setBlockedURLs", Map.of("urls", offline ? List.of("*") : List.of()));
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", offline,
                        "latency", 0,
                        "downloadThroughput", -1,
                        "uploadThroughput", -1));
    }

    /** The bytes that the page took over the network, heads included, since it was opened. */
    long transferred() {
        return Long.parseLong(
                String.valueOf(
                        driver.executeScript(
                                "return [...performance.getEntriesByType('navigation'),"
                                        + " ...performance.getEntriesByType('resource')]"
                                        + ".reduce((sum, e) => sum + e.transferSize, 0)")));
    }

    /** What axe-core finds wrong for people who can not see or point, one line each. */
    List<String> accessibilityFaults() {
        driver.executeScript(axe());
        Object faults =
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run(document, {resultTypes: ['violations']}).then(r =>"
                                + " done(r.violations.flatMap(v => v.nodes.map(n =>"
                                + " v.id + ' ' + n.target + ' ' + n.failureSummary))),"
                                + " e => done(['axe failed: ' + e]));");
        return ((List<?>) Objects.requireNonNull(faults)).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        String path = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = Chromium.class.getClassLoader().getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses keys where the keyboard is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** The test id, or else the text, of what has the keyboard. */
    String focused() {
        WebElement element = driver.switchTo().activeElement();
        String testId = element.getDomAttribute("data-testid");
        return testId == null ? element.getText() : testId;
    }

    /** A cookie's attributes as the browser keeps it. */
    Optional<Cookie> cookie(String name) {
        return Optional.ofNullable(driver.manage().getCookieNamed(name));
    }

    /** What a script of the page would get. */
    String script(String expression) {
        return String.valueOf(driver.executeScript("return " + expression));
    }

    void awaitScript(String expression, String part) {
        waited().until(d -> script(expression).contains(part));
    }

    /** Shows the page as for paper, {@code print}, or as on the screen, nothing. */
    void media(String medium) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
    }

    /** The bytes of the page as a PDF. */
    int printed() {
        Object pdf = driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data");
        return Base64.getDecoder().decode(String.valueOf(pdf)).length;
    }

    boolean has(String testId) {
        return !driver.findElements(by(testId)).isEmpty();
    }

    /** Goes to a route of the page, for example {@code #/record/12}. */
    void go(String route) {
        driver.get(home + route);
    }

    /** Goes to an address elsewhere, for example a file. */
    void visit(URI address) {
        driver.get(address.toString());
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
        // The page may draw itself anew between the look and the press.
        waited().until(
                        d -> {
                            WebElement element = find(testId);
                            driver.executeScript(
                                    "arguments[0].scrollIntoView({block:'center'})", element);
                            element.click();
                            return true;
                        });
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
        size(Math.toIntExact(number("scrollHeight")));
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        size(HEIGHT);
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
        WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(60));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    /** Leaves the page; the browser stays for the next. */
    @Override
    public void close() {
        offline(false);
        driver.get("about:blank");
    }
}
