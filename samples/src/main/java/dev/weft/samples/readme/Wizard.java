package dev.weft.samples.readme;

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
