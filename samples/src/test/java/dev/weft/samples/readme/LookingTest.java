package dev.weft.samples.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.AsyncCoroutine;
import dev.weft.Runner;
import dev.weft.Step;
import dev.weft.samples.Script;
import dev.weft.samples.checkout.Bank.CardDeclined;
import dev.weft.samples.checkout.Cart;
import dev.weft.samples.checkout.Cart.Item;
import dev.weft.samples.checkout.Checkout;
import dev.weft.samples.checkout.CheckoutComps;
import dev.weft.samples.checkout.Questions.Address;
import dev.weft.samples.checkout.Questions.Card;
import dev.weft.samples.checkout.Receipt;
import dev.weft.samples.checkout.Stock;
import dev.weft.samples.checkout.Stock.Reservation;
import dev.weft.samples.readme.Wizard.User;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/debugging.md shows of a checkout is what a checkout shows. */
@Timeout(30)
class LookingTest {
  private static final Address HOME = new Address("Main St 1", "Springfield");

  private final CountDownLatch charging = new CountDownLatch(1);
  private final CountDownLatch charged = new CountDownLatch(1);
  private final Checkout checkout = new Checkout(new Shelf(), this::charge);

  /** What is reserved says so. */
  private static final class Shelf implements Stock {
    @Override
    public Reservation reserve(List<Item> items) {
      return new Held(items.get(0).name());
    }
  }

  private record Held(String what) implements Reservation {
    @Override
    public void take() {}

    @Override
    public void release() {}
  }

  /** Takes its time; needs a good card. */
  private String charge(Card card, int cents) throws CardDeclined {
    if (card.number().equals("0000")) {
      throw new CardDeclined("no money");
    }
    charging.countDown();
    try {
      charged.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "payment of " + cents;
  }

  private Runner<Receipt> start(String tag, Item item) throws InterruptedException {
    Cart cart = new Cart(List.of(item));
    return AsyncCoroutine.runSync(CheckoutComps.checkout(checkout, cart), tag, Looking.OPTIONS)
        .runner();
  }

  /** Before its question for a card. */
  private Runner<Receipt> lamp() throws InterruptedException {
    Runner<Receipt> lamp = start("order 7", new Item("lamp", 4200, true));
    lamp.resumeSync(HOME);
    return lamp;
  }

  @Test
  void theLocals() throws Exception {
    Runner<Receipt> lamp = lamp();
    String expected = page("at dev.weft.samples.checkout.Checkout.pay");

    PrintStream usual = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, UTF_8));
    try {
      Looking.into(lamp);
    } finally {
      System.setOut(usual);
      lamp.cancelSync();
    }

    assertThat(shape(output.toString(UTF_8))).isEqualTo(shape(expected));
  }

  @Test
  void theDump() throws Exception {
    Runner<Receipt> lamp = lamp();
    Runner<Receipt> book = start("order 8", new Item("e-book", 800, false));
    book.resumeSync(new Card("0000"));
    book.resumeSync(true);
    book.resume(new Card("1111"));
    charging.await();

    String dump = Looking.LIVE.dump();

    charged.countDown();
    assertThat(book.completion().get(20, TimeUnit.SECONDS).cents()).isEqualTo(800);
    lamp.cancelSync();
    assertThat(shape(dump)).isEqualTo(shape(page("Weft runners:")));
    assertThat(Looking.LIVE.getCount()).isZero();
  }

  @Test
  void theExecutorIsTheUsualOne() {
    assertThat(Looking.OPTIONS.executor()).isSameAs(ForkJoinPool.commonPool());
  }

  @Test
  void theOriginalMethod() {
    List<Object> dialogue = new ArrayList<>();

    Step<User> end = Script.play(Looking.withBreakpoints(), dialogue, "Alice", "alice@example.org");

    assertThat(end).isEqualTo(new Step.Completed<>(new User("Alice", "alice@example.org")));
    assertThat(dialogue).containsExactly("get_name", "get_email");
  }

  /** The piece of output on the page that begins so. */
  private static String page(String start) throws IOException {
    String page = Files.readString(Path.of("../docs/debugging.md"));
    Matcher output =
        Pattern.compile("(?ms)^```\n(" + Pattern.quote(start) + ".*?)^```$").matcher(page);
    assertThat(output.find()).as(start).isTrue();
    return output.group(1);
  }

  /** Without what is never twice the same. */
  private static String shape(String text) {
    return text.replaceAll("@[0-9a-f]+\\b", "@…").replaceAll("age=\\d+\\.\\d{3}s", "age=…");
  }
}
