package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.Spi;
import dev.weft.processor.model.Accessor;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the class of accessors: constant handles, which the JIT compiler sees through. */
public final class AccessWriter {
  private final ClassName name;
  private final TypeSpec.Builder type;
  private final Map<String, String> lookups = new LinkedHashMap<>();

  /** The names of the handles' constants by how they are made. */
  private final Map<String, String> constants = new HashMap<>();

  /** The names of the constants by the names of the accessors that use them. */
  private final Map<String, String> handles = new HashMap<>();

  private AccessWriter(ClassName name) {
    this.name = name;
    this.type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addAnnotation(Suppressions.OF_ACCESS)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }

  /** The source file of the accessors for one top-level class. */
  public static SourceFile write(ClassName name, Collection<Accessor> accessors, FileStyle style) {
    AccessWriter writer = new AccessWriter(name);
    style.generated().ifPresent(writer.type::addAnnotation);
    accessors.forEach(writer::lookup);
    accessors.forEach(writer::handle);
    accessors.forEach(writer::method);
    String header =
        "Members that steppers reach though they are private or protected. Made by Weft; do not"
            + " edit.";
    return SourceFile.of(style.file(writer.name.packageName(), writer.type.build(), header));
  }

  private void lookup(Accessor accessor) {
    CodeBlock in = accessor.target().lookup();
    lookups.computeIfAbsent(
        in.toString(),
        key -> {
          String field = "LOOKUP" + (lookups.isEmpty() ? "" : "_" + (lookups.size() + 1));
          type.addField(
              constant(MethodHandles.Lookup.class, field)
                  .initializer("$T.in($L,$W$T.lookup())", Spi.MEMBERS, in, MethodHandles.class)
                  .build());
          return field;
        });
  }

  private static FieldSpec.Builder constant(Class<?> type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  /** The constant of a member, which all its accessors share. */
  private String handleName(Accessor accessor) {
    return Objects.requireNonNull(handles.get(accessor.name()));
  }

  private void handle(Accessor accessor) {
    CodeBlock initializer = initializer(accessor);
    String name =
        constants.computeIfAbsent(
            initializer.toString(),
            text -> {
              String constant = constantName(accessor);
              type.addField(
                  constant(handleType(accessor), constant).initializer(initializer).build());
              return constant;
            });
    handles.put(accessor.name(), name);
  }

  private static Class<?> handleType(Accessor accessor) {
    return switch (accessor.kind()) {
      case CALL, SUPER_CALL, NEW, FRAME, WIDENED_FRAME -> MethodHandle.class;
      case GET, SET, GET_AND_ADD, ADD_AND_GET, HOLD, UPDATE, OUTER -> VarHandle.class;
    };
  }

  private String constantName(Accessor accessor) {
    String base =
        switch (accessor.kind()) {
          case GET, SET, GET_AND_ADD, ADD_AND_GET, HOLD, UPDATE -> accessor.member();
          default -> accessor.name();
        };
    String name = base.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    String unique = name;
    for (int i = 2; constants.containsValue(unique); i++) {
      unique = name + "_" + i;
    }
    return unique;
  }

  private CodeBlock initializer(Accessor accessor) {
    Accessor.Target target = accessor.target();
    String lookup = lookups.get(target.lookup().toString());
    return switch (accessor.kind()) {
      case CALL ->
          CodeBlock.of(
              "$T.method($L,$W$L,$W$S,$W$L,$W$T.class$L)",
              Spi.MEMBERS,
              lookup,
              target.owner(),
              accessor.member(),
              target.isStatic(),
              target.type(),
              parameters(target));
      case SUPER_CALL ->
          CodeBlock.of(
              "$T.superMethod($L,$W$L,$W$S,$W$T.class$L)",
              Spi.MEMBERS,
              lookup,
              target.owner(),
              accessor.member(),
              target.type(),
              parameters(target));
      case OUTER ->
          CodeBlock.of(
              "$T.outer($L,$W$L,$W$T.class)", Spi.MEMBERS, lookup, target.owner(), target.type());
      case NEW ->
          CodeBlock.of(
              "$T.constructor($L,$W$L$L)", Spi.MEMBERS, lookup, target.owner(), parameters(target));
      case FRAME, WIDENED_FRAME ->
          CodeBlock.of(
              "$T.frame($L,$W$S,$W$L$L)",
              Spi.MEMBERS,
              lookup,
              accessor.member(),
              accessor.kind() == Accessor.Kind.WIDENED_FRAME,
              parameters(target));
      case GET, SET, GET_AND_ADD, ADD_AND_GET, HOLD, UPDATE ->
          CodeBlock.of(
              "$T.field($L,$W$L,$W$S,$W$L,$W$T.class)",
              Spi.MEMBERS,
              lookup,
              target.owner(),
              accessor.member(),
              target.isStatic(),
              target.type());
    };
  }

  private static CodeBlock parameters(Accessor.Target target) {
    return target.parameters().stream()
        .map(p -> CodeBlock.of(",$W$T.class", p))
        .collect(CodeBlock.joining(""));
  }

  private void method(Accessor accessor) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(accessor.name())
            .addModifiers(Modifier.STATIC)
            .addTypeVariables(accessor.typeVariables())
            .returns(accessor.result())
            .varargs(accessor.varargs());
    accessor.parameters().forEach(p -> method.addParameter(p.type(), p.name()));
    accessor.thrown().forEach(method::addException);
    type.addMethod(method.addCode(body(accessor)).build());
  }

  private CodeBlock body(Accessor accessor) {
    return switch (accessor.kind()) {
      case GET, OUTER -> get(accessor);
      case SET -> set(accessor);
      case GET_AND_ADD, ADD_AND_GET -> add(accessor);
      case HOLD -> hold(accessor);
      case UPDATE -> update(accessor);
      case CALL, SUPER_CALL, NEW, FRAME, WIDENED_FRAME -> call(accessor);
    };
  }

  private static String receiver(Accessor accessor) {
    return accessor.target().isStatic() ? "" : "self";
  }

  private CodeBlock get(Accessor accessor) {
    return CodeBlock.of(
        "return ($T) $L.get($L);\n", accessor.result(), handleName(accessor), receiver(accessor));
  }

  private CodeBlock set(Accessor accessor) {
    String receiver = accessor.target().isStatic() ? "" : "self, ";
    return CodeBlock.builder()
        .addStatement(
            "$L.set($L($T) value)", handleName(accessor), receiver, accessor.target().type())
        .addStatement("return value")
        .build();
  }

  private CodeBlock add(Accessor accessor) {
    TypeName type = accessor.result();
    TypeName number = type.isBoxedPrimitive() ? type.unbox() : type;
    String receiver = accessor.target().isStatic() ? "" : "self, ";
    boolean isOld = accessor.kind() == Accessor.Kind.GET_AND_ADD;
    return CodeBlock.builder()
        .addStatement(
            "$T old = ($T) $L.get($L)", type, type, handleName(accessor), receiver(accessor))
        .addStatement("$T sum = ($T) (old + delta)", type, number)
        .addStatement("$L.set($Lsum)", handleName(accessor), receiver)
        .addStatement("return $L", isOld ? "old" : "sum")
        .build();
  }

  private CodeBlock hold(Accessor accessor) {
    boolean isNumber = accessor.target().type().isPrimitive();
    TypeName type =
        accessor.result() instanceof ParameterizedTypeName held && !isNumber
            ? held.typeArguments().get(1)
            : accessor.target().type();
    CodeBlock value = CodeBlock.of("($T) $L.get(self)", type, handleName(accessor));
    // An update computes with the number in a box, and Java takes it out at once.
    CodeBlock number =
        type.isBoxedPrimitive() ? CodeBlock.of("($T) $L", type.unbox(), value) : value;
    return CodeBlock.of("return new $T<>(self, $L);\n", Spi.HELD, number);
  }

  private CodeBlock update(Accessor accessor) {
    return CodeBlock.builder()
        .addStatement(
            "$1T value = ($1T) (held.value() $2L operand)",
            accessor.result(),
            accessor.operator().orElseThrow())
        .addStatement("$L.set(held.object(), value)", handleName(accessor))
        .addStatement("return value")
        .build();
  }

  private CodeBlock call(Accessor accessor) {
    Accessor.Target target = accessor.target();
    CodeBlock invocation =
        CodeBlock.of(
            "$L.$L($L)",
            handleName(accessor),
            target.isExact() ? "invokeExact" : "invoke",
            arguments(accessor));
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("try");
    if (accessor.result().equals(TypeName.VOID)) {
      body.addStatement(invocation);
    } else if (isErased(accessor)) {
      body.addStatement("return ($T) $L", accessor.result(), invocation);
    } else {
      body.addStatement("return ($T) ($T) $L", accessor.result(), target.type(), invocation);
    }
    return body.nextControlFlow("catch ($T e)", Throwable.class)
        .addStatement("throw $T.rethrow(e)", Spi.MEMBERS)
        .endControlFlow()
        .build();
  }

  /** The arguments with the very types that the handle takes. */
  private static CodeBlock arguments(Accessor accessor) {
    List<TypeName> exact = accessor.target().parameters();
    int first = accessor.parameters().size() - exact.size();
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < accessor.parameters().size(); i++) {
      Accessor.Parameter parameter = accessor.parameters().get(i);
      // In a subclass a parameter may have a narrower type than where the method is declared.
      boolean isNarrower =
          accessor.kind() == Accessor.Kind.SUPER_CALL
              && i >= first
              && !raw(parameter.type()).equals(exact.get(i - first));
      boolean isOuter =
          accessor.kind() == Accessor.Kind.NEW && i == 0 && parameter.name().equals("outer");
      if (isOuter) {
        arguments.add(CodeBlock.of("$T.requireNonNull($L)", Objects.class, parameter.name()));
        continue;
      }
      arguments.add(
          isNarrower
              ? CodeBlock.of("($T) $L", exact.get(i - first), parameter.name())
              : CodeBlock.of("$L", parameter.name()));
    }
    return CodeBlock.join(arguments, ", ");
  }

  private static TypeName raw(TypeName type) {
    return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
  }

  private static boolean isErased(Accessor accessor) {
    return !(accessor.result() instanceof ParameterizedTypeName)
        && accessor.result().equals(accessor.target().type());
  }
}
