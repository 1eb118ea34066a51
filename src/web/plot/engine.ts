import { BarChart, HeatmapChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, VisualMapPiecewiseComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only the parts in use; loaded with the first drawing.
use([BarChart, HeatmapChart, GridComponent, MarkLineComponent, VisualMapPiecewiseComponent, AriaComponent, SVGRenderer])

export { type EChartsType, init } from 'echarts/core'
