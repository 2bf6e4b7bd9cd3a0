package dev.weft.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import dev.weft.processor.model.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Turns a call that suspends into a pause and the expression that takes its answer. */
final class SuspensionLowering {
  private final MethodContext context;
  private final ExpressionLowering expressions;

  SuspensionLowering(MethodContext context, ExpressionLowering expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** The operands of the call are in order already. */
  void lower(MethodInvocationTree call, Suspensions.Kind kind, List<Stmt> out) {
    switch (kind) {
      case COMP -> pause(Suspension.Kind.CALL, callee(call, out), call, out);
      case PERFORM -> pause(Suspension.Kind.PERFORM, operand(call, "effect", out), call, out);
      case ASK -> pause(Suspension.Kind.YIELD, operand(call, "prompt", out), call, out);
      case YIELD, EMIT ->
          pause(Suspension.Kind.YIELD, argument(call.getArguments().get(0), out), call, out);
    }
    Code answer = answer(call, kind);
    context.replacements.put(call, answer);
    if (answer.toString().startsWith("(")) {
      context.casts.add(call);
    }
  }

  private void pause(Suspension.Kind kind, Code operand, Tree call, List<Stmt> out) {
    Suspension suspension = context.suspension(kind, operand, call);
    out.add(new Stmt.Mark(suspension.line()));
    out.add(new Stmt.Pause(suspension));
  }

  /** The one argument, which must not be null. */
  private Code operand(MethodInvocationTree call, String name, List<Stmt> out) {
    ExpressionTree argument = call.getArguments().get(0);
    Tree bare = TreeShapes.bare(argument);
    if (bare instanceof LambdaExpressionTree || bare instanceof MemberReferenceTree) {
      return Code.join("(", context.typeName(argument), ") ", argument(argument, out));
    }
    Code value =
        new OpenTypes(context).isOpen(argument) ? kept(argument, out) : argument(argument, out);
    if (bare instanceof NewClassTree) {
      return value;
    }
    return context.nonNull(value, Optional.of(name));
  }

  /** An argument, kept aside if evaluating it changes locals that are saved at the same time. */
  private Code argument(ExpressionTree argument, List<Stmt> out) {
    Code value = expressions.code(argument, out);
    return value.writes().isEmpty() ? value : kept(argument, value, out);
  }

  /** An argument in a variable of its type, which it takes part of from its place. */
  private Code kept(ExpressionTree argument, List<Stmt> out) {
    return kept(argument, expressions.code(argument, out), out);
  }

  private Code kept(ExpressionTree argument, Code value, List<Stmt> out) {
    expressions.keep(argument, value, out);
    return Objects.requireNonNull(context.replacements.get(argument));
  }

  private Code callee(MethodInvocationTree call, List<Stmt> out) {
    ExecutableElement method =
        (ExecutableElement) Objects.requireNonNull(context.index.element(call));
    List<Code> arguments = new ArrayList<>();
    if (!Owners.isStatic(method)) {
      arguments.add(receiver(call, method, out));
    } else {
      discardReceiver(call, out);
    }
    FactoryArguments factory = new FactoryArguments(context, call, method);
    boolean isDirect = isDirect(call, method);
    for (int i = 0; i < call.getArguments().size(); i++) {
      Code value = expressions.code(call.getArguments().get(i), out);
      arguments.add(isDirect ? value : factory.argument(i, value));
    }
    Code made = Code.join(target(call, method), "(", Code.list(", ", arguments), ")");
    if (made.writes().isEmpty()) {
      return made;
    }
    Local frame = context.temporary(isDirect ? Spi.STEPPER : Spi.COMPUTATION_OF_ANY);
    out.add(new Stmt.Assign(frame, made));
    return Code.read(frame);
  }

  /** A static method may be called through an expression, which then is evaluated for nothing. */
  private void discardReceiver(MethodInvocationTree call, List<Stmt> out) {
    List<ExpressionTree> operands = new Operands(context.index).of(call);
    if (operands.size() > call.getArguments().size()) {
      Code receiver = expressions.code(operands.get(0), out);
      expressions.keep(operands.get(0), receiver, out);
    }
  }

  private Code receiver(MethodInvocationTree call, ExecutableElement method, List<Stmt> out) {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      if (isSuper(call)) {
        return new SuperNames(context).object(select.getExpression());
      }
      return expressions.code(select.getExpression(), out);
    }
    return new ImplicitNames(context).calledInstance(call, method);
  }

  /** {@code super.m()} or {@code Type.super.m()}. */
  private static boolean isSuper(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        && TreeShapes.isAnySuper(select.getExpression());
  }

  /**
   * The callee's frame: made directly in its own package, unless the object may have another method
   * in place of this one; by an accessor or by the factory elsewhere.
   */
  private Code target(MethodInvocationTree call, ExecutableElement method) {
    if (isSuper(call) && !isInPackage(method)) {
      return accessor(context.access.frame(method, context.host, call), call, method);
    }
    if (method.getModifiers().contains(Modifier.PROTECTED) && !isInPackage(method)) {
      return accessor(context.access.factory(method, context.host, call), call, method);
    }
    CalleeTypes types = new CalleeTypes(context, call, method);
    if (!isDirect(call, method)) {
      Code factories = Code.join(StepperNames.factories(Owners.of(method)));
      String name = context.access.factoryName(method);
      return Code.join(factories, ".", types.ofFactory().orElse(Code.EMPTY), name);
    }
    Code inferred = Code.of(StepperNames.isGeneric(method) ? "<>" : "");
    return Code.join("new ", StepperNames.stepper(method), types.ofFrame().orElse(inferred));
  }

  private Code accessor(Accessor accessor, MethodInvocationTree call, ExecutableElement method) {
    Code types = new CalleeTypes(context, call, method).ofFrame().orElse(Code.EMPTY);
    return Code.join(context.accessors(), ".", types, accessor.name());
  }

  private boolean isDirect(MethodInvocationTree call, ExecutableElement method) {
    return isSuper(call) || isInPackage(method) && !StepperNames.isOverridable(method);
  }

  private boolean isInPackage(ExecutableElement method) {
    return context
        .elements()
        .getPackageOf(method)
        .equals(context.elements().getPackageOf(context.host));
  }

  private Code answer(MethodInvocationTree call, Suspensions.Kind kind) {
    TypeMirror type = context.type(call);
    Code taken = Code.of("answer(" + context.executionName + ")");
    if (expressions.isStatement(call) || type.getKind() == TypeKind.VOID) {
      return taken;
    }
    TypeName name = context.typeName(call);
    boolean isOfMany = !context.typeNames.bounds(type).isEmpty();
    boolean isOfAny = name.equals(ClassName.OBJECT);
    boolean isPromised = kind == Suspensions.Kind.COMP || name instanceof TypeVariableName;
    if (PlaceTypes.isWildcard(context, call)) {
      boolean isTaken = isOfMany || isOfAny || isPromised;
      return PlaceTypes.inferred(isTaken ? taken : checked(call, kind, name));
    }
    if (isOfMany) {
      return context.cast(taken, type);
    }
    if (isOfAny) {
      return taken;
    }
    Code value = isPromised ? taken : checked(call, kind, name);
    return isPromised || name instanceof ParameterizedTypeName
        ? Code.join("(", name, ") ", value)
        : value;
  }

  /** The answer, which is tested for its type. */
  private Code checked(MethodInvocationTree call, Suspensions.Kind kind, TypeName name) {
    TypeName raw =
        name instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : name;
    return Code.join(
        "answer(" + context.executionName + ", " + context.suspensions.size() + ", ",
        erased(raw, context.type(call)),
        ".class",
        kind == Suspensions.Kind.PERFORM ? effectClass(call) : "",
        ")");
  }

  /** The effect's class as far as it is known, for the text of an error. */
  private Code effectClass(MethodInvocationTree call) {
    TypeMirror type = context.types().erasure(context.type(call.getArguments().get(0)));
    return Code.join(", ", context.typeNames.name(type).orElse(Spi.EFFECT), ".class");
  }

  private TypeName erased(TypeName raw, TypeMirror type) {
    return raw instanceof ClassName
        ? raw
        : context.typeNames.name(context.types().erasure(type)).orElse(ClassName.OBJECT);
  }
}
