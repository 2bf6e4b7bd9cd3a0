package dev.weft.samples.web.shop;

/** What the shop sells. */
public enum Goods {
  /** It has to be sent somewhere. */
  TEAPOT("Teapot", 3900, true),
  /** A licence to listen: nothing is sent. */
  CONCERT("Concert recording", 1200, false);

  private final String label;
  private final int cents;
  private final boolean physical;

  Goods(String label, int cents, boolean physical) {
    this.label = label;
    this.cents = cents;
    this.physical = physical;
  }

  /** Its name. */
  public String label() {
    return label;
  }

  /** Its price, in cents. */
  public int cents() {
    return cents;
  }

  /** Its price, for people. */
  public String price() {
    return "€ %d.%02d".formatted(cents / 100, cents % 100);
  }

  /** Whether it is sent to an address. */
  public boolean physical() {
    return physical;
  }
}
