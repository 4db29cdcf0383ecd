/** Work under way: what is being done, how far, how long still, and a way to stop it. */
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '../app/language.tsx'
import type { JobState } from '../register.ts'

/** What can be paused has all three. */
type Shown = Pick<JobState, 'running' | 'progress' | 'began' | 'cancel'> &
  Partial<Pick<JobState, 'paused' | 'pause' | 'resume'>>

/** Shows nothing for the first fraction of a second: most work is over by then. */
export function ProgressLine({ job }: { readonly job: Shown }) {
  const { t, number, bytes } = useText()
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (!job.running) return setNow(0)
    if (job.paused) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [job.running, job.paused])
  if (!job.running || now - job.began < 250) return null

  const { progress } = job
  // A file's progress is told in its bytes, all other work in its own number.
  const amount = progress?.step === 'reading' || progress?.step === 'keeping-file' ? bytes : number
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null
  const spent = now - job.began
  const left = share && share > 0.02 && spent > 1500 ? (spent / share) * (1 - share) : null
  const percent = share === null ? undefined : Math.round(share * 100)
  return (
    <div className="progress">
      <div className="row-apart">
        <span>
          {t(`step.${progress?.step ?? 'reading'}`)}
          {progress && progress.done > 0 && (
            <span className="soft figure">
              {' '}
              {progress.total
                ? t('step.of', { done: amount(progress.done), total: amount(progress.total) })
                : amount(progress.done)}
            </span>
          )}
        </span>
        <span className="row">
          {job.paused && <span className="soft">{t('progress.paused')}</span>}
          {left !== null && !job.paused && <span className="soft figure">{timeLeft(left, t)}</span>}
          {job.pause && (
            <Button size="compact-sm" variant="default" onClick={job.paused ? job.resume : job.pause}>
              {t(job.paused ? 'progress.resume' : 'progress.pause')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={job.cancel}>
            {t('cancel')}
          </Button>
        </span>
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={t(`step.${progress?.step ?? 'reading'}`)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        data-unknown={share === null ? '' : undefined}
      >
        <div style={share === null ? {} : { width: `${percent}%` }} />
      </div>
    </div>
  )
}

function timeLeft(milliseconds: number, t: ReturnType<typeof useText>['t']): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 60 ? t('left.seconds', { n: seconds }) : t('left.minutes', { n: Math.round(seconds / 60) })
}
