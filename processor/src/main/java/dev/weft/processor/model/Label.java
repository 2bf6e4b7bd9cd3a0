package dev.weft.processor.model;

/**
 * The target of a jump in the generated code.
 *
 * @param name unique in the machine
 */
public record Label(String name) {
  @Override
  public String toString() {
    return name;
  }
}
