package dev.weft.samples.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, as tests need it. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // Text is what is read, and what is typed.
  private static final String TEXT =
      """
      const typed = [...document.querySelectorAll('input:not([type=hidden])')].map((i) => i.value);
      return [document.body.innerText, ...typed].join('\\n');
      """;

  // It warns of each browser that is newer than itself; nothing here needs what it misses.
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  static {
    DEVTOOLS.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;
  private final PageChecks checks;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    this.checks = new PageChecks(driver);
  }

  /** Starts the browser of this machine; skips the test where there is none. */
  static Browser open() {
    Chromium chromium = Chromium.orSkip(System.getenv());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        // Root, whom containers often run as, has no sandbox; shared memory is small there.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromium.driver().toFile())
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.size(820, 720);
    return browser;
  }

  /** A fresh user: no cookies, one tab, nothing in the console. */
  void forget() {
    List<String> tabs = List.copyOf(driver.getWindowHandles());
    for (String tab : tabs.subList(1, tabs.size())) {
      driver.switchTo().window(tab).close();
    }
    driver.switchTo().window(tabs.get(0)).get("about:blank");
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.manage().logs().get(LogType.BROWSER);
    size(820, 720);
  }

  /** The size of the page, in CSS pixels. */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  void go(String address) {
    driver.get(address);
  }

  void reload() {
    driver.navigate().refresh();
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** Opens another tab and goes on in it. */
  String newTab() {
    return driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
  }

  String tab() {
    return driver.getWindowHandle();
  }

  void switchTo(String tab) {
    driver.switchTo().window(tab);
  }

  void closeTab() {
    driver.close();
  }

  /** Waits for a button or link with this text, and clicks it. */
  void click(String text) {
    retry(
        "button " + text,
        () -> {
          button(text).click();
          return true;
        });
  }

  /** Clicks twice, as fast as a finger does. */
  void doubleClick(String text) {
    retry(
        "button " + text,
        () -> {
          new Actions(driver).doubleClick(button(text)).perform();
          return true;
        });
  }

  private WebElement button(String text) {
    return driver.findElement(
        By.xpath("//*[self::button or self::a][normalize-space()='" + text + "']"));
  }

  /** Types into the field that has this label. */
  void type(String label, String text) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  /** The text in the field that has this label. */
  String value(String label) {
    return field(label).getDomProperty("value");
  }

  private WebElement field(String label) {
    WebElement found = driver.findElement(By.xpath("//label[normalize-space()='" + label + "']"));
    return driver.findElement(By.id(found.getDomAttribute("for")));
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses the tab key backwards. */
  void pressBack() {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).perform();
  }

  /** Presses the tab key until something with this text has the focus. */
  void tabTo(String text) {
    for (int i = 0; i < 20; i++) {
      if (focused().equals(text)) {
        return;
      }
      press(Keys.TAB);
      checkFocus();
    }
    throw new AssertionError(text + " can't be reached with the tab key");
  }

  /** What has the focus shows it. */
  void checkFocus() {
    checks.focus();
  }

  /** The text, or the label, of what has the focus. */
  String focused() {
    return (String)
        run(
            "const e = document.activeElement;"
                + "return e.labels?.length ? e.labels[0].textContent : e.innerText;");
  }

  /** Waits until the page has this heading. */
  void awaitHeading(String text) {
    await(text, () -> driver.findElement(By.tagName("h1")).getText().equals(text));
  }

  /** Waits until an element has this text. */
  void awaitText(String selector, String text) {
    await(
        selector + " with " + text,
        () -> driver.findElement(By.cssSelector(selector)).getText().equals(text));
  }

  /** What an element says. */
  String text(String selector) {
    return retry(selector, () -> driver.findElement(By.cssSelector(selector)).getText());
  }

  Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  void await(String what, Supplier<Boolean> condition) {
    retry(what, () -> condition.get() ? true : null);
  }

  private <T> T retry(String what, Supplier<T> attempt) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        T result = attempt.get();
        if (result != null) {
          return result;
        }
      } catch (WebDriverException e) {
        if (!isOfAPassingPage(e)) {
          throw e;
        }
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Not seen: " + what + ", but: " + driver.findElement(By.tagName("body")).getText());
      }
    }
  }

  /** Whether the page is just about to show something else, for which the driver has many words. */
  private static boolean isOfAPassingPage(WebDriverException e) {
    return e instanceof NoSuchElementException
        || e instanceof StaleElementReferenceException
        || String.valueOf(e.getMessage()).contains("does not belong to the document");
  }

  /** What the browser complained about since it was last asked. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The page can be read and used by anybody. */
  void checkPage() {
    checks.page();
  }

  /**
   * Compares what is shown with a picture of the documentation, or takes that with {@code
   * -Dscreenshots=write}.
   */
  void picture(String name) {
    Path file = Picture.file(name);
    try {
      if ("write".equals(System.getProperty("screenshots"))) {
        Map<String, Object> how = Map.of("format", "png", "clip", contentArea());
        Object png = driver.executeCdpCommand("Page.captureScreenshot", how).get("data");
        Picture.of((String) run(TEXT)).write(Base64.getDecoder().decode((String) png), file);
      } else {
        Picture taken = Picture.read(file);
        await(
            "what " + file + " shows (-Dscreenshots=write takes another): " + taken,
            () -> Picture.of((String) run(TEXT)).equals(taken));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object contentArea() {
    return run(
        "return {x: 0, y: 0, scale: 1, width: innerWidth,"
            + " height: Math.min(innerHeight, document.body.getBoundingClientRect().bottom)}");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
