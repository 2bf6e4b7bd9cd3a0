package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A few steppers, whole, in the files of {@code src/test/resources/golden}. After a change of the
 * generated code on purpose, {@code mvn test -pl processor -am -Dgoldens=write} writes them anew,
 * and the difference is there to be read.
 */
class GoldenSteppersTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden");
  private static final boolean WRITES = "write".equals(System.getProperty("goldens"));

  @Test
  void asksUntilTheAnswerIsGood() throws IOException {
    assertGolden(
        "Wizard_register_Stepper",
        """
        package demo;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        class Wizard {
          record User(String name, String email) {}

          @Comp
          static User register() {
            String name = Yield.yield("get_name");
            String email = Yield.yield("get_email");
            while (!email.contains("@")) {
              email = Yield.yield("get_email_again");
            }
            return new User(name, email);
          }
        }
        """);
  }

  @Test
  void loopsAroundATryWithFinally() throws IOException {
    assertGolden(
        "Counter_collect_Stepper",
        """
        package demo;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import java.util.List;

        record Counter(List<String> log) {
          @Comp
          int collect(int rounds) {
            int sum = 0;
            for (int i = 0; i < rounds; i++) {
              log.add("round " + i);
              try {
                int given = Yield.yield("number " + i);
                // Only what is positive counts.
                if (given > 0) {
                  sum += given;
                }
              } finally {
                log.add("finally " + i);
              }
            }
            return sum;
          }
        }
        """);
  }

  @Test
  void delegatesInAnExpression() throws IOException {
    assertGolden(
        "Chat_greet_Stepper",
        """
        package demo;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        class Chat {
          @Comp
          static String ask(String what, int times) {
            return Yield.yield(what + times);
          }

          @Comp
          static String greet(String who) {
            String prefix = who + ": ";
            return prefix + ask(who, who.length()) + Yield.<String>yield("more?");
          }
        }
        """);
  }

  @Test
  void performsEffects() throws IOException {
    assertGolden(
        "Billing_invoice_Stepper",
        """
        package demo;

        import dev.weft.Computation;
        import dev.weft.Effect;
        import dev.weft.Effects;
        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import java.time.Instant;
        import java.util.List;

        class Billing {
          record Now() implements Effect<Instant> {}

          record Load<T>(Class<T> type, long id) implements Effect<List<T>> {}

          @Comp
          static String invoice(long id, Effect<Integer> number, Computation<String> footer) {
            List<String> lines = Effects.perform(new Load<>(String.class, id));
            Effects.perform(new Now());
            int n = Effects.perform(number);
            return n + ": " + Effects.perform(new Now()) + lines + Effects.call(footer);
          }
        }
        """);
  }

  @Test
  void leavesNestedText() throws IOException {
    assertGolden(
        "Desk_sell_Stepper",
        """
        package demo;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import java.util.Collections;
        import java.util.List;
        import java.util.function.Supplier;

        class Desk {
          @Comp
          static int sell(String what, int left, List<Supplier<String>> notes) {
            String mode = Yield.yield("mode");
            if (left == 0) {
              // Nothing to sell: say so in a way that
              // depends on the mode.
              if (mode.equals("strict")) {
                return Collections.min(
                    List.of(
                        -1,
                        left));
              }
              return mode.isEmpty() ? -1 : 0;
            }
            for (int i = 0; i < left; i++) {
              if (mode.equals("twice")) notes.add(() -> mode + what);
              switch (mode) {
                case "last":
                  notes.add(() -> what + mode);
                  break;
                default:
                  if (i > 10) {
                    return switch (what) {
                      case "a" -> 1;
                      default -> 2;
                    };
                  }
              }
            }
            try {
              if (left > 3) {
                return Math.max(
                    left,
                    notes.size());
              } else if (left < 2) return left;
            } finally {
              Yield.yield("bye");
            }
            return Math.min(left, 2);
          }
        }
        """);
  }

  @Test
  void picksABranchByPatterns() throws IOException {
    assumeTrue(
        Runtime.version().feature() >= 21, "patterns in switch came with Java 21, this is older");
    assertGolden(
        "Shop_price_Stepper",
        """
        package demo;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;

        class Shop {
          sealed interface Item {}

          record Book(String title, int price) implements Item {}

          record Ticket(int zone) implements Item {}

          @Comp
          static int price(Item item, int limit) {
            return switch (item) {
              case Book(var title, int price) when price > limit -> {
                int offer = Yield.yield("an offer for " + title);
                yield Math.min(offer, price);
              }
              case Book b when Yield.<Boolean>yield("a voucher for " + b.title() + "?") -> 0;
              case Book b -> b.price();
              case Ticket t -> t.zone() * Yield.<Integer>yield("how many?");
            };
          }
        }
        """);
  }

  private static void assertGolden(String stepper, String source) throws IOException {
    Path golden = GOLDENS.resolve(stepper + ".java");
    String generated = Compiling.generated(Compiling.compile(source), stepper);
    if (WRITES) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, generated);
    }
    assertThat(generated)
        .as("%s, which -Dgoldens=write writes anew", golden)
        .isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
  }
}
