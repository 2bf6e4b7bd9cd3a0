package dev.weft.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * A variable that the stepper declares at the top of {@code step}, because a suspension lies in its
 * scope. One symbol of the user's method, or one temporary, is one local.
 *
 * @param id tells locals of one machine apart and orders them
 * @param name the name in the generated code, unique in the machine
 * @param type the type, always one that can be written down
 * @param role where the local comes from
 * @param source what it is called in the source; nothing for the machine's own
 */
public record Local(int id, String name, TypeName type, Role role, Optional<String> source) {

  /** Where a local comes from, which decides how it is declared and whether it is saved. */
  public enum Role {
    /** A parameter that the body never assigns: a final copy of its field. */
    CONSTANT_PARAMETER,
    /** A parameter that the body assigns. */
    PARAMETER,
    /** A variable of the user's. */
    VARIABLE,
    /** A value kept aside so that the order of evaluation stays Java's. */
    TEMPORARY,
    /** A temporary that holds its initial value at every suspension, so it is never saved. */
    TRANSIENT
  }

  /** Whether the constructor fills the field of this local. */
  public boolean isParameter() {
    return role == Role.PARAMETER || role == Role.CONSTANT_PARAMETER;
  }

  /** Whether the local refers to an object, so that a dead one must not keep it alive. */
  public boolean isReference() {
    return !type.isPrimitive();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Local that && that.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return name;
  }
}
