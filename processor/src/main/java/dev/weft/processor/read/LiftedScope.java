package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import dev.weft.processor.model.Local;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A class of the stepper around lifted classes. Its fields are the locals that they capture, so
 * that these are there before any constructor of the user's runs, as in the original; without
 * fields it only keeps two classes of one name apart.
 */
final class LiftedScope {
  final ClassName name;
  final Optional<LiftedScope> parent;
  final Kind kind;
  final List<LiftedClass> classes = new ArrayList<>();
  final List<LiftedScope> inner = new ArrayList<>();
  private final Set<Element> captured = new LinkedHashSet<>();
  private final Set<String> names = new HashSet<>();
  private boolean self;
  private boolean generic;
  private @Nullable Local holder;

  /** When an object of a scope is made. */
  enum Kind {
    /** Where the first of its classes is declared. */
    DECLARED,
    /**
     * Anew for each object of its classes, as these may be made where no declaration was passed.
     */
    INLINE,
    /** Never. */
    NAMESPACE
  }

  LiftedScope(ClassName name, Optional<LiftedScope> parent, Kind kind) {
    this.name = name;
    this.parent = parent;
    this.kind = kind;
  }

  /** Lets a class in, with all that it captures. */
  void add(String simpleName, FreeVariables.Found free, boolean isGeneric) {
    names.add(simpleName);
    free.captured().stream().filter(e -> !holds(e)).forEach(captured::add);
    self |= free.self() && !holdsSelf();
    if (isGeneric) {
      setGeneric();
    }
  }

  /** What an inner class of a generic stepper mentions, the scopes around it must be able to. */
  private void setGeneric() {
    generic = true;
    parent.ifPresent(LiftedScope::setGeneric);
  }

  boolean declares(String simpleName) {
    return names.contains(simpleName);
  }

  /** Whether the scope has all that a class captures. */
  boolean covers(FreeVariables.Found free) {
    return (holdsSelf() || !free.self()) && free.captured().stream().allMatch(this::holds);
  }

  private boolean holds(Element variable) {
    return captured.contains(variable) || parent.filter(p -> p.holds(variable)).isPresent();
  }

  private boolean holdsSelf() {
    return self || parent.filter(LiftedScope::holdsSelf).isPresent();
  }

  /** Whether this is a scope or one around it. */
  boolean isWithin(LiftedScope other) {
    return this == other || parent.filter(p -> p.isWithin(other)).isPresent();
  }

  Set<Element> captured() {
    return captured;
  }

  boolean capturesSelf() {
    return self;
  }

  boolean isGeneric() {
    return generic;
  }

  void holder(Local local) {
    holder = local;
  }

  /** The local that holds the object of the scope. */
  Optional<Local> holder() {
    return Optional.ofNullable(holder);
  }
}
