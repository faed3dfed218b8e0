// The software bill of materials: the packages whose code is shipped, as CycloneDX.
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { Bundled } from './notices.ts';

/** The bill as JSON; the same for the same packages, so that two builds can be compared. */
export function sbomText(name: string, version: string, packages: readonly Bundled[]): string {
  const bom = new Models.Bom();
  const own = componentOf({ name, version, license: 'MIT', homepage: '' }, Enums.ComponentType.Application);
  bom.metadata.component = own;
  for (const each of packages) {
    const component = componentOf(each, Enums.ComponentType.Library);
    bom.components.add(component);
    own.dependencies.add(component.bomRef);
  }
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf(
  { name, version, license, homepage }: Omit<Bundled, 'text'>,
  type: Enums.ComponentType,
): Models.Component {
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const component = new Models.Component(type, short ?? name, { ...(group ? { group } : {}), version });
  component.bomRef.value = `${name}@${version}`;
  component.purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  component.licenses.add(licenseOf(license));
  if (homepage)
    component.externalReferences.add(new Models.ExternalReference(homepage, Enums.ExternalReferenceType.Website));
  return component;
}

/** As its manifest has it: an expression of SPDX, or one id. */
function licenseOf(license: string): Models.License {
  return / /.test(license) ? new Models.LicenseExpression(license) : new Models.SpdxLicense(license);
}
