package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.annotations.Comp;

/** A class whose method is for its package, though classes of others extend it. */
public class Insider {

  @Comp
  String secret(int n) {
    return "insider " + n + ask(new Num("insider"));
  }

  /** Calls the method that the object has, as this class sees it. */
  @Comp
  public final String tell(int n) {
    return "told " + secret(n) + ask(new Num("tell"));
  }
}
