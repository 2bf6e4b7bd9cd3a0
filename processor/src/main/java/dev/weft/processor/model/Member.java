package dev.weft.processor.model;

import java.util.List;

/** A class that stands in the stepper because the method body declares one. */
public sealed interface Member {
  /** The simple name of the class. */
  String name();

  /**
   * A class of the user's.
   *
   * @param text the whole declaration
   */
  record Declared(String name, Code text) implements Member {}

  /**
   * Holds locals for the classes in it, which capture them. An object of it is what those locals
   * were when the classes were declared.
   *
   * @param isStatic whether it is independent of the stepper's type variables
   * @param captures the locals, each a final field
   */
  record Scope(String name, boolean isStatic, List<Local> captures, List<Member> members)
      implements Member {}
}
