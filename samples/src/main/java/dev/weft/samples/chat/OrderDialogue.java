package dev.weft.samples.chat;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How an order is taken. It yields what to say, and is answered by what the customer says. */
final class OrderDialogue {
  /** What is delivered, and where to. */
  record Order(List<String> pizzas, String address) {}

  private static final Map<String, Integer> MENU =
      new TreeMap<>(Map.of("margherita", 9, "funghi", 11, "diavola", 12));

  private static final Set<String> YES = Set.of("yes", "y", "right");
  private static final Set<String> NO = Set.of("no", "n", "wrong");

  private OrderDialogue() {}

  /** From the first question to the order. */
  @Comp
  static Order takeOrder(String customer) {
    List<String> pizzas = new ArrayList<>();
    int price = 0;
    do {
      String pizza = choose("Which pizza, " + customer + "?");
      pizzas.add(pizza);
      price += MENU.get(pizza);
    } while (confirm("Anything else?"));
    String address;
    do {
      address = Yield.yield("That makes " + price + " euros. Where do you live?");
    } while (!confirm("We deliver to " + address + ". Right?"));
    return new Order(pizzas, address);
  }

  /** Asks until the answer is on the menu. */
  @Comp
  private static String choose(String question) {
    String pizza = said(Yield.yield(question));
    while (!MENU.containsKey(pizza)) {
      String menu = String.join(", ", MENU.keySet());
      pizza = said(Yield.yield("We have no " + pizza + ", but " + menu + ". " + question));
    }
    return pizza;
  }

  /** Asks until the answer is yes or no. */
  @Comp
  private static boolean confirm(String question) {
    String answer = said(Yield.yield(question));
    while (!YES.contains(answer) && !NO.contains(answer)) {
      answer = said(Yield.yield("Please say yes or no. " + question));
    }
    return YES.contains(answer);
  }

  private static String said(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
