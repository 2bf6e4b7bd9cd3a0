/** What marks a method as a pausable computation. */
package dev.weft.annotations;
