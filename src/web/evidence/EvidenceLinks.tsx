import { type Evidence, isPhoto } from '#domain/evidence/evidence.ts'
import { evidenceAddress } from '../api.ts'
import classes from './evidence.module.css'

/** Evidence beside what it shows, to be opened and no more. */
export function EvidenceLinks({ evidence }: { evidence: readonly Pick<Evidence, 'id' | 'fileName' | 'mediaType'>[] }) {
  if (evidence.length === 0) return null
  return (
    <ul className={classes.links} aria-label="Minh chứng">
      {evidence.map(item => (
        <li key={item.id}>
          <a href={evidenceAddress(item.id)} target="_blank" rel="noreferrer" className={classes.link}>
            {isPhoto(item) && <img src={evidenceAddress(item.id)} alt="" loading="lazy" />}
            <span>{item.fileName}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
