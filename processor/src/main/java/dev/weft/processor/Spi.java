package dev.weft.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;

/** The types of the runtime that generated code names. */
public final class Spi {
  public static final ClassName STEPPER = ClassName.get("dev.weft.spi", "Stepper");
  public static final ClassName EXECUTION = ClassName.get("dev.weft.spi", "Execution");
  public static final ClassName ORIGIN = ClassName.get("dev.weft.spi", "Origin");
  public static final ClassName LOCALS = ClassName.get("dev.weft.spi", "Locals");
  public static final ClassName MEMBERS = ClassName.get("dev.weft.spi", "Members");
  public static final ClassName HELD = ClassName.get("dev.weft.spi", "Held");
  public static final ClassName OVERRIDES = ClassName.get("dev.weft.spi", "Overrides");
  public static final ClassName CANCEL_SIGNAL = ClassName.get("dev.weft.spi", "CancelSignal");
  public static final ClassName THROWABLE = ClassName.get(Throwable.class);
  public static final ClassName EFFECT = ClassName.get("dev.weft", "Effect");
  public static final ClassName COMPUTATION = ClassName.get("dev.weft", "Computation");
  public static final TypeName COMPUTATION_OF_ANY =
      ParameterizedTypeName.get(COMPUTATION, WildcardTypeName.subtypeOf(ClassName.OBJECT));

  private Spi() {}
}
