package dev.weft.processor.read;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The classes that members belong to. */
public final class Owners {
  private Owners() {}

  /** The class that declares a field, method, constructor or nested class. */
  public static TypeElement of(Element member) {
    return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
  }
}
