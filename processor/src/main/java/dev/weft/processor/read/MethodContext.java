package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.Problem;
import dev.weft.processor.Spi;
import dev.weft.processor.attribution.Attributed;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Suspension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What all passes over one method share. */
final class MethodContext {
  final Attributed attributed;
  final SourceText source;
  final BodyIndex index;
  final ExecutableElement method;
  final TypeElement host;
  final TypeNames typeNames;
  final NameAllocator names;
  final Access access;
  final LocalClasses classes;
  final String executionName;
  final String atName;

  /** Expressions that have been evaluated already, or are to be written in another way. */
  final IdentityHashMap<Tree, Code> replacements = new IdentityHashMap<>();

  /** Replacements that are casts, which a dot behind them would tear apart. */
  final Set<Tree> casts = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What a variable held before the operand of its compound assignment was evaluated. */
  final IdentityHashMap<Tree, Code> oldValues = new IdentityHashMap<>();

  /** New names of variables of patterns whose values are moved into the hoisted ones. */
  final IdentityHashMap<VariableTree, String> bindingNames = new IdentityHashMap<>();

  final List<Local> locals = new ArrayList<>();
  final List<Suspension> suspensions = new ArrayList<>();
  private final Map<Element, Local> byElement = new HashMap<>();
  private final Map<Local, Element> variables = new HashMap<>();
  private final Map<Element, String> constantNames = new HashMap<>();
  private final Deque<Local> busyTemporaries = new ArrayDeque<>();
  private final Map<TypeName, Deque<Local>> freeTemporaries = new HashMap<>();
  private Optional<Local> self = Optional.empty();

  MethodContext(
      Attributed attributed,
      SourceText source,
      BodyIndex index,
      ExecutableElement method,
      TypeNames typeNames,
      Access access) {
    this.attributed = attributed;
    this.source = source;
    this.index = index;
    this.method = method;
    this.host = Owners.of(method);
    this.typeNames = typeNames;
    this.access = access;
    this.classes = new LocalClasses(this);
    this.names = new NameAllocator(index.usedNames());
    this.executionName = names.fresh("x");
    this.atName = names.fresh("at");
  }

  Types types() {
    return attributed.types();
  }

  Elements elements() {
    return attributed.elements();
  }

  /** Declares a variable that the source has not. */
  Local newLocal(String name, TypeName type, Local.Role role) {
    return newLocal(name, type, role, Optional.empty());
  }

  /** Declares a variable by which the source's {@code this} is known. */
  Local newSelf(String name, TypeName type) {
    return newLocal(name, type, Local.Role.CONSTANT_PARAMETER, Optional.of("this"));
  }

  private Local newLocal(String name, TypeName type, Local.Role role, Optional<String> inSource) {
    Local local = new Local(locals.size(), name, type, role, inSource);
    locals.add(local);
    return local;
  }

  /** Declares a variable of the user's at the top of {@code step}. */
  Local hoist(Element variable, String name, TypeName type, Local.Role role) {
    Optional<String> inSource = Optional.of(variable.getSimpleName().toString());
    Local local = newLocal(name, type, role, inSource.filter(n -> !n.isEmpty()));
    byElement.put(variable, local);
    variables.put(local, variable);
    return local;
  }

  /** The variable of the user's that a local stands for. */
  Optional<Element> variable(Local local) {
    return Optional.ofNullable(variables.get(local));
  }

  void self(Local instance) {
    self = Optional.of(instance);
  }

  /** The instance whose method this is, if the method has one. */
  Optional<Local> self() {
    return self;
  }

  /** The local that a variable of the user's has become, if it was hoisted. */
  Optional<Local> local(@Nullable Element variable) {
    return Optional.ofNullable(byElement.get(variable));
  }

  void constant(Element variable, String name) {
    constantNames.put(variable, name);
  }

  /** The name of a hoisted constant variable. */
  Optional<String> constantName(@Nullable Element variable) {
    return Optional.ofNullable(constantNames.get(variable));
  }

  /** A local for the object of a scope that lifted classes stand in. */
  Local newScope(String wanted, TypeName type) {
    return newLocal(names.fresh(wanted), type, Local.Role.VARIABLE);
  }

  /** A temporary that holds nothing yet. */
  Local temporary(TypeName type) {
    Deque<Local> free = freeTemporaries.get(type);
    Local temporary =
        free == null || free.isEmpty()
            ? newLocal(names.numbered("t", 1), type, Local.Role.TEMPORARY)
            : free.pop();
    busyTemporaries.push(temporary);
    return temporary;
  }

  /** How many temporaries hold a value. */
  int temporaries() {
    return busyTemporaries.size();
  }

  /** Lets temporaries be used again, all but the first of them. */
  void release(int kept) {
    while (busyTemporaries.size() > kept) {
      Local temporary = busyTemporaries.pop();
      freeTemporaries.computeIfAbsent(temporary.type(), t -> new ArrayDeque<>()).push(temporary);
    }
  }

  /** The type of an expression as the stepper can write it. */
  TypeName typeName(Tree expression) {
    return typeName(ChosenTypes.of(this, expression), expression);
  }

  /** A type that is needed because of an expression, as the stepper can write it. */
  TypeName typeName(TypeMirror type, Tree expression) {
    return Optional.of(type)
        .filter(t -> !TreeShapes.isReceiver(index, expression) || !classes.mentionsNameless(t))
        .flatMap(t -> typeNames.name(t).or(() -> typeNames.above(t)))
        .orElseThrow(
            () -> new Refusal(Problem.UNNAMEABLE_VALUE, expression, TypeNames.describe(type)));
  }

  /** Lets a value that has been kept stand for an expression, with a type that fits there. */
  void replace(Tree expression, Code kept) {
    if (PlaceTypes.isWildcard(this, expression)) {
      replacements.put(expression, PlaceTypes.inferred(kept));
      return;
    }
    Code whole = new BoundCasts(this).cast(kept, expression);
    replacements.put(expression, whole);
    if (!whole.equals(kept)) {
      casts.add(expression);
    }
  }

  /** Code of a value that has been kept, with the whole of its type. */
  Code cast(Code kept, TypeMirror type) {
    List<TypeName> bounds = typeNames.bounds(type);
    return bounds.size() < 2 ? kept : Code.join("(", Code.list(" & ", bounds), ") ", kept);
  }

  /** A type in front of a dot, where the name of a variable would hide it. */
  Code qualifier(ClassName type) {
    Optional<Tree> hiding = index.hiding(type.topLevelClassName().simpleName());
    if (hiding.isEmpty()) {
      return Code.join(type);
    }
    if (type.equals(Spi.STEPPER)) {
      // Packages may be hidden too; the subclass that all of this stands in has a name of its own.
      return Code.of(StepperNames.stepper(method).simpleName());
    }
    String root = type.packageName().replaceFirst("\\..*", "");
    if (root.isEmpty() || index.hiding(root).isPresent()) {
      throw new Refusal(
          Problem.INACCESSIBLE,
          hiding.get(),
          type.simpleName(),
          "a variable has the name of the type here",
          "rename the variable");
    }
    return Code.of(type.canonicalName());
  }

  /**
   * A value that is tested for null.
   *
   * @param name what the exception says is null; nothing if it says nothing
   */
  Code nonNull(Code value, Optional<String> name) {
    if (index.hiding(Objects.class.getSimpleName()).isEmpty()) {
      Code message = name.map(n -> Code.of(", \"" + n + "\"")).orElse(Code.EMPTY);
      return Code.join(ClassName.get(Objects.class), ".requireNonNull(", value, message, ")");
    }
    String message = name.map(n -> "\"" + n + "\"").orElse("null");
    return Code.join(qualifier(Spi.STEPPER), ".nonNull(", value, ", " + message + ")");
  }

  /** The class of accessors. */
  Code accessors() {
    return qualifier(access.name());
  }

  /** Code that calls an accessor. */
  Code call(Accessor accessor, Code arguments) {
    return Code.join(accessors(), "." + accessor.name() + "(", arguments, ")");
  }

  /** Whether a class is, or extends, another, whatever their type arguments. */
  boolean isSubtype(TypeMirror type, TypeMirror above) {
    return types().isSubtype(types().erasure(type), types().erasure(above));
  }

  TypeMirror type(Tree expression) {
    TypeMirror type = index.type(expression);
    if (type == null) {
      throw new IllegalStateException("an expression without a type: " + expression);
    }
    return type;
  }

  /** Makes the next suspension. */
  Suspension suspension(Suspension.Kind kind, Code operand, Tree at) {
    Suspension suspension =
        new Suspension(suspensions.size() + 1, kind, operand, source.line(at), source.summary(at));
    suspensions.add(suspension);
    return suspension;
  }
}
