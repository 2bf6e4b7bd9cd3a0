package dev.weft.processor;

import javax.annotation.processing.AbstractProcessor;
import javax.lang.model.SourceVersion;

/** A processor that takes whatever level of the language the running compiler knows. */
abstract class AnyLevelProcessor extends AbstractProcessor {
  @Override
  public final SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }
}
