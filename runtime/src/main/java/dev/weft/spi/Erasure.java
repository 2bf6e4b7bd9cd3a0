package dev.weft.spi;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the types of an inherited generic method are in a class that overrides it. */
final class Erasure {
  private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

  private Erasure() {}

  /** The view of a class on all that it inherits. */
  static Erasure in(Class<?> type) {
    Erasure erasure = new Erasure();
    erasure.collect(type);
    return erasure;
  }

  private void collect(@Nullable Class<?> type) {
    if (type == null) {
      return;
    }
    if (type.getGenericSuperclass() instanceof ParameterizedType above) {
      bind(above);
    }
    collect(type.getSuperclass());
    for (Type each : type.getGenericInterfaces()) {
      if (each instanceof ParameterizedType above) {
        bind(above);
      }
    }
    for (Class<?> each : type.getInterfaces()) {
      collect(each);
    }
  }

  private void bind(ParameterizedType type) {
    TypeVariable<?>[] variables = ((Class<?>) type.getRawType()).getTypeParameters();
    for (int i = 0; i < variables.length; i++) {
      arguments.putIfAbsent(variables[i], type.getActualTypeArguments()[i]);
    }
    if (type.getOwnerType() instanceof ParameterizedType outer) {
      bind(outer);
    }
  }

  /** The parameter types that a method has in the class, erased. */
  Class<?>[] parameters(Method method) {
    return Arrays.stream(method.getGenericParameterTypes()).map(this::of).toArray(Class<?>[]::new);
  }

  private Class<?> of(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()).arrayType();
    }
    if (type instanceof TypeVariable<?> variable) {
      Type argument = arguments.get(variable);
      return of(argument == null ? variable.getBounds()[0] : argument);
    }
    return Object.class;
  }
}
