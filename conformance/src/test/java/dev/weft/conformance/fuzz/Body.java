package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Scope.Border;
import dev.weft.conformance.fuzz.Scope.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Where the generator stands in a method: what can be seen, jumped to, and still be spent. */
final class Body {
  /** A statement to break out of or to continue; the label may be empty. */
  static final class Target {
    final String label;
    final boolean isLoop;

    /** A plain break or continue means it, or one further in. */
    final boolean isPlain;

    boolean isBroken;
    boolean isContinued;

    Target(String label, boolean isLoop, boolean isPlain) {
      this.label = label;
      this.isLoop = isLoop;
      this.isPlain = isPlain;
    }
  }

  final Dice dice;
  final Plan plan;
  final Plan.Method method;
  final Exprs exprs;
  final Stmts stmts;
  final Jumps jumps;

  Scope scope = new Scope(null, Border.NONE);
  List<Target> targets = new ArrayList<>();

  /** How many more suspensions, and how many more pieces of any kind, it may have. */
  int pauses;

  int pieces;

  /** In a lambda or class body: nothing suspends or throws checked exceptions. */
  boolean inClosure;

  /** In a class body, where {@code this} is somebody else. */
  boolean inClass;

  /** In a synchronized block. */
  boolean isGuarded;

  /** In a guard of a pattern, where nothing may be assigned. */
  boolean inGuard;

  /** In a constructor, where javac 17 does not do types right. */
  boolean inConstructor;

  /** In a switch expression, but not in a closure inside. */
  boolean inValue;

  /** In a switch expression or closure, where {@code return} can't be. */
  boolean canReturn = true;

  /** Locals of types that some patterns can't be matched against. */
  final Set<Var> vague = new HashSet<>();

  /** Constant variables, and what stands for their values in case labels. */
  final Map<Var, String> constants = new LinkedHashMap<>();

  /** Variables of types that are declared in the method. */
  final Map<Var, Scope.LocalType> instances = new HashMap<>();

  /** Whether the statement made last can complete normally. */
  boolean completes = true;

  private int closures;
  private int labels;
  private int numbers;

  Body(Dice dice, Plan plan, Plan.Method method) {
    this.dice = dice;
    this.plan = plan;
    this.method = method;
    pauses = 1 + dice.below(10);
    pieces = dice.of(30, 60, 60, 90, 160) + dice.below(60);
    exprs = new Exprs(this);
    stmts = new Stmts(this);
    jumps = new Jumps(this);
    scope.add(new Var("fuel", Ty.INT, false, true));
    for (Plan.Param p : method.params()) {
      scope.add(new Var(p.name(), p.type(), p.isAssigned(), !p.isAssigned()));
    }
  }

  boolean canPause() {
    return !inClosure && !isGuarded && pauses > 0;
  }

  /** Whether instance members of the class can be used. */
  boolean hasThis() {
    return !method.isStatic() && !method.isNested();
  }

  <T> T scoped(Border border, Supplier<T> make) {
    Scope outer = scope;
    scope = new Scope(outer, border);
    try {
      return make.get();
    } finally {
      scope = outer;
    }
  }

  /** Whether another lambda may be made: javac looks at the innermost of many again and again. */
  boolean canClose() {
    return closures < 2;
  }

  /** Makes the body of a lambda, or of a method of an anonymous class. */
  <T> T closure(Border border, Supplier<T> make) {
    closures++;
    boolean wasIn = inClosure;
    boolean wasClass = inClass;
    inClosure = true;
    inClass |= border == Border.CLASS;
    try {
      return apart(
          () -> {
            inValue = false;
            return scoped(border, make);
          });
    } finally {
      inClosure = wasIn;
      inClass = wasClass;
      closures--;
    }
  }

  /** Makes code that can't be left by a jump, as part of an expression. */
  <T> T apart(Supplier<T> make) {
    List<Target> outer = targets;
    boolean could = canReturn;
    boolean completed = completes;
    boolean was = inValue;
    inValue = true;
    targets = new ArrayList<>();
    canReturn = false;
    try {
      return make.get();
    } finally {
      targets = outer;
      canReturn = could;
      completes = completed;
      inValue = was;
    }
  }

  <T> T inside(Target target, Supplier<T> make) {
    targets.add(target);
    try {
      return make.get();
    } finally {
      targets.remove(targets.size() - 1);
    }
  }

  String label() {
    return "l" + labels++;
  }

  /** A number that the method has nowhere else. */
  int number() {
    return numbers++;
  }

  /** Chooses a local that is to be declared when its value is made, which can't use it yet. */
  Var reserve(Ty type, boolean isAssignable, boolean isFinal) {
    Var var = new Var(Names.fresh(dice, scope), type, isAssignable, isFinal);
    scope.reserve(var);
    return var;
  }

  Var declare(Ty type, boolean isAssignable, boolean isFinal) {
    Var var = new Var(Names.fresh(dice, scope), type, isAssignable, isFinal);
    scope.add(var);
    return var;
  }
}
