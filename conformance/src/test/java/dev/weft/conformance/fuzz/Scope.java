package dev.weft.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The locals that can be seen, innermost first. */
final class Scope {
  /** What lies between a scope and the one around it. */
  enum Border {
    NONE,
    /** A lambda: only effectively final locals are seen through it, and no name is free. */
    LAMBDA,
    /** A class body: the same, but names may be used again. */
    CLASS
  }

  /**
   * A local.
   *
   * @param isAssignable programs may assign it
   * @param isFinal it is never assigned after its declaration, by nobody
   * @param isBound a pattern binds it
   */
  record Var(String name, Ty type, boolean isAssignable, boolean isFinal, boolean isBound) {
    Var(String name, Ty type, boolean isAssignable, boolean isFinal) {
      this(name, type, isAssignable, isFinal, false);
    }
  }

  /** A type that is declared in the method. */
  record LocalType(String name, LocalTypes.Kind kind) {}

  private final List<LocalType> types = new ArrayList<>();

  /** Types of other groups of a switch, whose names are taken. */
  private final List<LocalType> hiddenTypes = new ArrayList<>();

  final Scope parent;
  private final Border border;
  private final List<Var> vars = new ArrayList<>();

  /** Names that are declared here but have no value: locals of other groups of a switch. */
  private final List<Var> unset = new ArrayList<>();

  Scope(Scope parent, Border border) {
    this.parent = parent;
    this.border = border;
  }

  void add(Var var) {
    unset.removeIf(u -> u.name().equals(var.name()));
    vars.add(var);
  }

  /** From here on the name is taken, but there is no value. */
  void reserve(Var var) {
    unset.add(var);
  }

  /** From here on the locals of this very scope exist without a value, and no pattern's at all. */
  void forget() {
    vars.removeIf(Var::isBound);
    hiddenTypes.addAll(types);
    types.clear();
    unset.addAll(vars);
    vars.clear();
  }

  List<Var> unset() {
    return List.copyOf(unset);
  }

  /** From here on the name is taken, but the type is not yet there. */
  void reserve(LocalType type) {
    hiddenTypes.add(type);
  }

  void add(LocalType type) {
    types.add(type);
  }

  /** Whether local types can be seen. */
  boolean isTyped() {
    return !types().isEmpty();
  }

  /** The local types that can be seen. */
  List<LocalType> types() {
    List<LocalType> found = new ArrayList<>();
    for (Scope each = this; each != null; each = each.parent) {
      found.addAll(each.types);
    }
    return found;
  }

  /** Whether a new local type must not have this name. */
  boolean hasType(String name) {
    for (Scope each = this; each != null; each = each.parent) {
      if (each.types.stream().anyMatch(t -> t.name().equals(name))
          || each.hiddenTypes.stream().anyMatch(t -> t.name().equals(name))) {
        return true;
      }
    }
    return false;
  }

  List<Var> visible() {
    List<Var> found = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    boolean isOutside = false;
    for (Scope each = this; each != null; each = each.parent) {
      for (Var var : each.vars) {
        if (!hidden.contains(var.name()) && (!isOutside || var.isFinal())) {
          found.add(var);
        }
      }
      each.vars.forEach(v -> hidden.add(v.name()));
      each.unset.forEach(v -> hidden.add(v.name()));
      isOutside |= each.border != Border.NONE;
    }
    return found;
  }

  /** Whether a local of this name is seen, so that a field of the name is not. */
  boolean hides(String name) {
    for (Scope each = this; each != null; each = each.parent) {
      if (each.has(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a new local must not have this name. */
  boolean isTaken(String name) {
    for (Scope each = this; each != null; each = each.parent) {
      if (each.has(name)) {
        return true;
      }
      if (each.border == Border.CLASS) {
        return false;
      }
    }
    return false;
  }

  private boolean has(String name) {
    return vars.stream().anyMatch(v -> v.name().equals(name))
        || unset.stream().anyMatch(v -> v.name().equals(name));
  }
}
