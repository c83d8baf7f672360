/**
 * What generated models and their JSON adapters share: models as tables of properties, open enums, unions, raw JSON and
 * the standard adapters. Nothing here uses reflection.
 */
@NullMarked
package dev.lockstep.client.json;

import org.jspecify.annotations.NullMarked;
