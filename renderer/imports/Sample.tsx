/** The first rows of a file, as they are read. */
import type { Inspection } from '../../preload/contract/vocabulary/import.ts'
import { useText } from '../app/language.tsx'
import { ScrollRoom } from '../parts/ScrollRoom.tsx'

/** Columns and cells are known by their place: names may repeat. */
export const atPlace = (place: number) => `place ${place}`

export function Sample({ look }: { readonly look: Inspection }) {
  const { t } = useText()
  return (
    <ScrollRoom label={t('look.firstRows')} tight>
      <table className="ledger">
        <thead>
          <tr>
            {look.header.map((column, index) => (
              <th key={atPlace(index)} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.sample.slice(0, 5).map((cells, row) => (
            <tr key={atPlace(row)}>
              {cells.map((cell, index) => (
                <td key={atPlace(index)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRoom>
  )
}
