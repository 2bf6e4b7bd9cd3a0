package dev.weft.samples.checkout;

import java.util.List;

/** What a customer wants to buy. */
public record Cart(List<Item> items) {
  /** One thing. Physical ones are sent to an address; the price is in cents. */
  public record Item(String name, int cents, boolean physical) {}

  /** Copies the items. */
  public Cart {
    items = List.copyOf(items);
  }

  int cents() {
    return items.stream().mapToInt(Item::cents).sum();
  }

  boolean hasPhysicalItems() {
    return items.stream().anyMatch(Item::physical);
  }
}
